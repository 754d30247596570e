// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.Logging.Level;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.internal.log.PlatformRecord.Extension;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitReport;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitRuntimeDone;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitStart;
import io.lambdarium.simulator.internal.log.PlatformRecord.Report;
import io.lambdarium.simulator.internal.log.PlatformRecord.RuntimeDone;

/** Which level a record has, although no record says so. Source: lifecycle §5.2, the table. */
final class SystemLevel {

    private SystemLevel() {}

    static Level of(PlatformRecord fact) {
        if (fact instanceof InitStart start) {
            return namesTheRuntime(start) ? Level.INFO : Level.DEBUG;
        }
        if (fact instanceof InitRuntimeDone done) {
            return of(done.result(), Level.DEBUG);
        }
        if (fact instanceof InitReport report) {
            return of(report.result(), Level.DEBUG); // INFO for other types of initialization
        }
        if (fact instanceof RuntimeDone done) {
            return of(done.result(), Level.DEBUG);
        }
        if (fact instanceof Report report) {
            return of(report.result(), Level.INFO);
        }
        boolean failed =
                fact instanceof Extension extension && !extension.state().equals("Ready");
        return failed ? Level.WARN : Level.INFO;
    }

    private static Level of(Result result, Level success) {
        return result.isSuccess() ? success : Level.WARN;
    }

    /**
     * Whether the start of an initialization names the version of the runtime. Text shows what is INFO, and shows no
     * INIT_START inside an invocation, so there it can name none. Source: lifecycle §§2.6 and 5.2; an inference.
     */
    static boolean namesTheRuntime(InitStart start) {
        return start.phase() == InitPhase.INIT;
    }
}
