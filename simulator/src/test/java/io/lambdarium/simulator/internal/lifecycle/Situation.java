// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Participant;
import java.util.List;
import java.util.function.Supplier;

/**
 * A phase as it typically is.
 *
 * @param title its name in the table
 * @param story how it came to that
 * @param life a life that has come to that, new each time
 */
record Situation(String title, String story, Supplier<Life> life) {

    static final List<Situation> ALL = List.of(
            new Situation(
                    "Registering", "The extension is launched, and has not registered.", () -> Life.with("flusher")),
            new Situation(
                    "Starting",
                    "The extension has registered, the runtime is launched; neither has asked for an event.",
                    () -> Life.with("flusher").registers("flusher")),
            new Situation("Idle", "Both wait for an event.", () -> Life.idle("flusher")),
            new Situation("Resting", "Both wait for an event, and are being frozen.", () -> Life.resting("flusher")),
            new Situation("Idle, frozen", "Both wait for an event, frozen.", () -> Life.frozen("flusher")),
            new Situation("Invoking", "Both have the event.", () -> Life.invoking("flusher")),
            new Situation(
                    "Invoking, receiving",
                    "The answer of the runtime is on its way.",
                    () -> Life.invoking("flusher").beginsToRespondTo("r-1")),
            new Situation(
                    "Invoking, receiving an error",
                    "What the runtime reports is on its way.",
                    () -> Life.invoking("flusher").beginsToReportErrorOf("r-1")),
            new Situation(
                    "Invoking, answered",
                    "The runtime has answered and waits; the extension is still busy.",
                    () -> Life.invoking("flusher").respondsTo("r-1").runtimeAsks()),
            new Situation(
                    "StoppingRuntime",
                    "The function has timed out, and the runtime has been sent SIGTERM.",
                    () -> Life.invoking("flusher").advances(Life.TIMEOUT)),
            new Situation(
                    "StoppingExtensions",
                    "The idle environment was to end, the runtime is gone, and the extension has been told.",
                    () -> Life.idle("flusher").shutsDown().exits(Participant.RUNTIME, Exit.status(0))),
            new Situation("Vacant", "The environment was reset: nobody is there.", () -> Life.vacant("flusher")),
            new Situation(
                    "Terminated", "It is over.", () -> Life.idle("flusher").closes()));

    Life begin() {
        return life.get();
    }

    String phaseName() {
        return begin().in().getSimpleName();
    }
}
