// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the simulator wants to reach; most goals are ratios to a floor that is measured in the same run. The column <i>Undertow</i>
 * is the same ratio of a simulator that only moves bytes.
 */
enum Goal {
    VALID("–", "two bare Undertow requests / two on a raw socket: is this run valid?", "x", 1.35, 1.25),
    INVOKE("P1", "invoke again at once, 128 B / two bare requests", "x", 1.4, 1.25),
    INVOKE_PARKED("P2", "invoke while the runtime waits, 128 B / two bare requests", "x", 1.6, 1.4),
    INVOKE_RAW("P3", "invoke again at once, 128 B / raw-socket simulator", "x", 1.35, 1.2),
    CLIENT("P4", "AWS's Java runtime interface client / against the raw-socket simulator", "x", 1.25, 1.12),
    INVOKE_100_KB("P5", "100 KB both ways / raw-socket simulator", "x", 1.2, 1.05),
    INVOKE_6_MB("P5", "6 MB both ways / raw-socket simulator", "x", 1.15, 1.02),
    DRAIN("P6", "time per event that waits its turn / two bare requests", "x", 1 / 0.65, 1 / 0.75),
    CROWD("P7", "16 simulators in parallel: time per invocation / raw-socket simulators", "x", 1 / 0.7, 1 / 0.8),
    START_STOP("P8", "start + stop / bare Undertow on a shared worker", "x", 1.2, 1.05),
    START_STOP_DEFAULTS("P8", "start + stop / Undertow as it comes", "x", 0.5, 0.4),
    LIFE("P9", "start + runtime + first invoke + stop / bare start + 2 requests + stop", "x", 1.7, 1.5),
    LIFE_RAW("P9", "start + runtime + first invoke + stop / raw-socket simulator", "x", 1.5, 1.3),
    THREADS("P10", "threads of a simulator that waits for a runtime", "", 0, 0),
    DESCRIPTORS("P10", "descriptors of a simulator that waits for a runtime", "", 1, 1),
    DESCRIPTORS_CONNECTED("P10", "further descriptors once a runtime is connected", "", 1, 1),
    LEAKED("P11", "threads + descriptors + MBeans left behind by 10,000 simulators", "", 0, 0),
    LEAKED_HEAP("P11", "heap left behind by each of 10,000 simulators", "B", 64, 64),
    LEAKED_DIRECT("P11", "direct memory left behind by 10,000 simulators", "KB", 64, 0),
    STOP_EOF("P12", "until every open connection sees the end of a stop, p99", "ms", 10, 1),
    STOP_DEAF("P12", "connections that never saw it", "", 0, 0),
    DISCONNECT("P13", "until a parked runtime's end is noticed, p99", "ms", 50, 1),
    DISCONNECT_LOST("P13", "events lost to dead runtimes", "", 0, 0),
    COLD("P16", "first start + invoke of a JVM / bare start + request", "x", 1.25, 1.1),
    EXIT("P16", "what the exit of the JVM takes longer for it", "ms", 20, 10),
    SUBPROCESS("P17", "subprocess in groups until its first /next / ProcessBuilder + raw socket", "x", 1.3, 1.2),
    GROUPS("L-185", "what an environment in groups takes to start, beside its program", "ms", 5, 1),
    NAMESPACES("L-185", "what an environment in namespaces takes to start, beside its program", "ms", 10, 5),
    SUBPROCESS_HEAP("P17", "the same in a JVM with a live heap of 1 GB / of 16 MB", "x", 1.1, 1.02),
    FREEZE("–", "invocation of a process that is read, frozen, thawed / that is only read", "x", 2.0, 1.5),
    REST("–", "the same / of a process that is attached: not read, frozen or measured", "x", 3.0, 2.0),
    PARKED_HEAP("P18", "heap of a parked call", "B", 4096, 3072),
    KEPT("P18", "heap of an invocation that is kept, beside its bytes", "B", 512, 256),
    RETAINED("–", "the same with its 14 entries in a journal without a limit", "B", 1600, 1024),
    UNRETAINED("P18", "heap that each of 50,000 invocations leaves in a bounded journal", "B", 4, 1);

    private final String number;
    private final String what;
    private final String unit;
    private final double gate;
    private final double aim;

    Goal(String number, String what, String unit, double gate, double aim) {
        this.number = number;
        this.what = what;
        this.unit = unit;
        this.gate = gate;
        this.aim = aim;
    }

    boolean isMissedBy(double value) {
        return value > gate;
    }

    static String head() {
        String lines =
                "|" + Stream.of(7, 75, 12, 12, 12, 12, 14).map("-"::repeat).collect(Collectors.joining("|")) + "|";
        return line("#", "goal", "gate", "aim", "Undertow", "measured", "") + '\n' + lines;
    }

    String row(Optional<Finding> finding) {
        String undertow = finding.flatMap(Finding::undertow).map(this::text).orElse("");
        String measured = finding.map(Finding::measured).map(this::text).orElse("–");
        return line(number, what, "≤ " + text(gate), "≤ " + text(aim), undertow, measured, verdict(finding));
    }

    private String verdict(Optional<Finding> finding) {
        if (finding.isEmpty()) {
            return "not measured";
        }
        double value = finding.get().measured();
        return value <= aim ? "aim reached" : value <= gate ? "gate held" : "MISSED";
    }

    private static String line(Object... columns) {
        return String.format(Locale.ROOT, "| %-5s | %-73s | %-10s | %-10s | %-10s | %-10s | %-12s |", columns);
    }

    private String text(double value) {
        String digits = unit.equals("x") || unit.equals("ms") && value != Math.rint(value) ? "%.2f" : "%.0f";
        return (String.format(Locale.ROOT, digits, value) + " " + unit).trim();
    }
}
