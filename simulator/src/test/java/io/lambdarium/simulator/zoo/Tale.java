// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static java.util.stream.Collectors.toMap;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.OutputDropped;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A journal in a few words: everything whose order is certain, and nothing that depends on how fast it went. What was asked over
 * HTTP, what was written, how much memory was used and when processes were frozen is not in it.
 */
final class Tale {

    private static final Map<Class<? extends Event>, Function<Event, String>> WORDS = Stream.of(
                    on(InitializationStarted.class, event -> phase(event.phase()) + " begins"),
                    on(Initialized.class, event -> phase(event.phase()) + " ends"),
                    on(
                            InitializationFailed.class,
                            event -> phase(event.phase()) + " fails: " + failure(event.failure())),
                    on(
                            InitializationTimedOut.class,
                            event -> phase(event.phase()) + " times out after "
                                    + event.limit().toSeconds() + " s"),
                    on(Idled.class, event -> "idle"),
                    on(Broke.class, event -> "broken by " + event.participant() + ": " + failure(event.failure())),
                    on(Stopping.class, event -> (event.reset() ? "is reset: " : "shuts down: ") + event.reason()),
                    on(WasReset.class, event -> "empty"),
                    on(Terminated.class, event -> "terminated: " + event.reason()),
                    on(Launched.class, event -> who(event) + " launched"),
                    on(LaunchFailed.class, event -> who(event) + " cannot be launched: " + failure(event.failure())),
                    on(Signalled.class, event -> who(event) + " sent " + event.signal()),
                    on(
                            Exited.class,
                            event -> who(event) + " ends: " + event.exit().words()),
                    on(OutputDropped.class, event -> who(event) + " writes more than is kept"),
                    on(
                            RanOutOfMemory.class,
                            event -> (event.child() ? "a child of " : "") + who(event) + " runs out of memory"),
                    on(Registered.class, event -> event.extension() + " registers"),
                    on(ToldToInvoke.class, event -> event.extension() + " told of it"),
                    on(ToldToShutDown.class, event -> event.extension() + " told to shut down: " + event.reason()),
                    on(Acknowledged.class, event -> event.extension() + " leaves in time"),
                    on(OverranShutdown.class, event -> event.extension() + " overruns"),
                    on(Started.class, event -> "starts"),
                    on(Responded.class, event -> "answered"),
                    on(Failed.class, event -> "fails: " + failure(event.failure())),
                    on(
                            TimedOut.class,
                            event -> "times out after " + event.timeout().toSeconds() + " s"),
                    on(
                            Completed.class,
                            event -> ("completed: " + event.status() + " " + event.errorType()).stripTrailing()))
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

    private Tale() {}

    /** What the journal tells so far. */
    static List<String> of(Journal journal) {
        List<String> requests = journal.events(Requested.class).stream()
                .map(Requested::requestId)
                .toList();
        return journal.entries().stream()
                .map(Journal.Entry::event)
                .flatMap(event -> words(event, requests).stream())
                .toList();
    }

    /** What it is expected to tell: parts that a semicolon or a new line keeps apart. */
    static List<String> told(String text) {
        return List.of(text.strip().split(";\\s+"));
    }

    private static Optional<String> words(Event event, List<String> requests) {
        String subject = event instanceof InvocationEvent about
                ? "invocation " + (requests.indexOf(about.requestId()) + 1) + " "
                : "";
        return Optional.ofNullable(WORDS.get(event.getClass())).map(words -> subject + words.apply(event));
    }

    private static <E extends Event> Map.Entry<Class<? extends Event>, Function<Event, String>> on(
            Class<E> type, Function<E, String> words) {
        return Map.entry(type, event -> words.apply(type.cast(event)));
    }

    private static String phase(InitPhase phase) {
        return phase == EnvironmentEvent.InitPhase.INIT ? "init" : "init inside";
    }

    private static String who(ProcessEvent event) {
        return event.participant() + " " + event.generation();
    }

    private static String failure(Failure failure) {
        return failure.errorType() + ", " + failure.message();
    }
}
