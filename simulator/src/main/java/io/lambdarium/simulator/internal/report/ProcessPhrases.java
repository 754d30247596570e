// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Glossary.bytes;
import static io.lambdarium.simulator.internal.report.Phrase.on;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.OutputDropped;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.util.Map;

/** What is said of a process. */
final class ProcessPhrases {

    private ProcessPhrases() {}

    static Map<Class<? extends Event>, Phrase<?>> all() {
        return Map.ofEntries(
                on(
                        Launched.class,
                        (event, words) -> event.generation() == 1
                                ? "launched"
                                : "launched again, generation " + event.generation()),
                on(Signalled.class, (event, words) -> "sent " + event.signal()),
                on(Exited.class, (event, words) -> exited(event.exit()) + remark(event.exit())),
                on(
                        LaunchFailed.class,
                        (event, words) -> "could not be launched: " + EnvironmentPhrases.failure(event.failure())),
                on(Wrote.class, (event, words) -> wrote(event)),
                on(
                        OutputDropped.class,
                        (event, words) -> "wrote more than is kept: after " + bytes(event.kept()) + " all is dropped"),
                on(RanOutOfMemory.class, (event, words) -> outOfMemory(event)));
    }

    private static String wrote(Wrote event) {
        String how =
                switch (event.stream()) {
                    case OUTPUT -> "wrote: ";
                    case ERROR -> "wrote to stderr: ";
                    case LOG -> "logged: ";
                };
        return how + Untrusted.text(event.text().replace('\t', ' '), 200);
    }

    private static String outOfMemory(RanOutOfMemory event) {
        String victim = event.child() ? "a process that it had started is killed" : "is killed";
        return victim + ": the processes of the environment use " + Glossary.megabytes(event.bytes());
    }

    /** As a predicate: {@code exited with status 3}, {@code ended with SIGKILL}. */
    static String exited(Exit exit) {
        return exit.signal().map(signal -> "ended with " + signal).orElse("exited with status " + exit.status());
    }

    static String remark(Exit exit) {
        return exit.detail().isEmpty() ? "" : " (" + Untrusted.text(exit.detail(), 200) + ")";
    }
}
