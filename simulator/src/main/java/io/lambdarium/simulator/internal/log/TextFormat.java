// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.Subscription;
import io.lambdarium.simulator.internal.log.PlatformRecord.Extension;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitReport;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitStart;
import io.lambdarium.simulator.internal.log.PlatformRecord.Metrics;
import io.lambdarium.simulator.internal.log.PlatformRecord.Report;
import io.lambdarium.simulator.internal.log.PlatformRecord.Start;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** System lines as text. It shows what JSON shows at level INFO. Source: lifecycle §§1.7 and 5.1. */
final class TextFormat {

    private static final String VERSION = "$LATEST";

    private TextFormat() {}

    /** The lines of a record; most records have one or none. */
    static List<String> lines(PlatformRecord fact) {
        if (fact instanceof InitStart begun) {
            return begun.phase() == InitPhase.INIT ? List.of(initStart()) : List.of();
        }
        if (fact instanceof Extension extension) {
            return List.of(extension(extension));
        }
        if (fact instanceof InitReport report) {
            return report.result().isSuccess() ? List.of() : List.of(initReport(report));
        }
        if (fact instanceof Start start) {
            return List.of("START RequestId: " + start.requestId() + " Version: " + VERSION);
        }
        return fact instanceof Report report
                ? List.of("END RequestId: " + report.requestId(), report(report))
                : List.of();
    }

    private static String initStart() {
        return "INIT_START Runtime Version: " + RuntimeVersion.NAME + "\tRuntime Version ARN: " + RuntimeVersion.ARN;
    }

    private static String extension(Extension extension) {
        String error = extension.errorType().isEmpty() ? "" : "\tError Type: " + extension.errorType();
        return "EXTENSION\tName: " + extension.name() + "\tState: " + extension.state() + "\tEvents: "
                + events(extension.events()) + error;
    }

    private static String events(Set<Subscription> events) {
        return events.stream().sorted().map(Enum::name).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String initReport(InitReport report) {
        return "INIT_REPORT Init Duration: " + Milliseconds.text(report.took()) + "\tPhase: "
                + JsonFormat.word(report.phase()) + "\t" + status(report.result());
    }

    /** The tab at the end is Lambda's. */
    private static String report(Report report) {
        Metrics metrics = report.metrics();
        String init = metrics.init()
                .map(took -> "Init Duration: " + Milliseconds.text(took) + "\t")
                .orElse("");
        String status = report.result().isSuccess() ? "" : status(report.result());
        return "REPORT RequestId: " + report.requestId() + "\tDuration: " + Milliseconds.text(metrics.duration())
                + "\tBilled Duration: " + metrics.billed() + " ms\tMemory Size: " + metrics.memorySize()
                + " MB\tMax Memory Used: " + metrics.maxMemoryUsed() + " MB\t" + init + status;
    }

    private static String status(Result result) {
        String error = result.errorType().isEmpty() ? "" : "\tError Type: " + result.errorType();
        return "Status: " + result.status().word() + error;
    }
}
