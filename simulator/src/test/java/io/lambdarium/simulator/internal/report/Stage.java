// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Story.ADA;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Identities;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Limits;
import io.lambdarium.simulator.internal.lifecycle.Phase;
import io.lambdarium.simulator.internal.lifecycle.Setting;
import io.lambdarium.simulator.internal.lifecycle.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a {@link Story} happens: the machine, and processes that do what it wants.
 *
 * <p>Whoever is signalled exits at once, unless it is stubborn. Each answer is delivered.
 */
final class Stage {

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final EnvironmentId HERE = new EnvironmentId(1);

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> identifiers = new HashMap<>();
    private final Set<Participant> stubborn;
    private Instant now = BEGAN;
    private Phase phase;
    private int generation = 1;
    private Optional<String> waiting = Optional.of(ADA);

    Stage(Set<Participant> stubborn, List<String> extensions, AtRest atRest) {
        this.stubborn = stubborn;
        Setting setting = new Setting(
                "greeter",
                "1",
                "handler",
                "",
                Duration.ofSeconds(3),
                extensions,
                atRest,
                new Limits(Limits.INIT, Limits.RUNTIME_SHARE));
        add(new InvocationEvent.Requested(request(ADA)));
        add(new InvocationEvent.Assigned(ADA, HERE, InvocationEvent.Start.COLD));
        Transition birth = Phase.begin(setting, Identities.of(7), false, now);
        phase = birth.next();
        follow(birth.events());
    }

    Chronicle chronicle() {
        return new Chronicle(BEGAN, 0, List.copyOf(entries));
    }

    /** It is that many milliseconds after the beginning; whatever was due before has happened. */
    void passTo(long millis) {
        Instant then = BEGAN.plusMillis(millis);
        while (phase.wakeUpAt().filter(due -> !due.isAfter(then)).isPresent()) {
            now = phase.wakeUpAt().get();
            meet(new Input.Wake());
        }
        now = then;
    }

    void meet(Input input) {
        Transition transition = input.meet(phase, now);
        phase = transition.next();
        follow(transition.events());
    }

    void exits(Participant participant, Exit exit) {
        meet(new Input.Exited(participant, generation, exit));
    }

    void writes(Participant participant, ProcessEvent.Stream stream, String text) {
        meet(new Input.Observed(new ProcessEvent.Wrote(participant, generation, stream, text)));
    }

    void isNotLaunched(Participant participant, Failure failure) {
        meet(new Input.LaunchFailed(participant, generation, failure, ""));
    }

    void runsOutOfMemory(Participant participant, boolean child, long bytes) {
        meet(new Input.RanOutOfMemory(new ProcessEvent.RanOutOfMemory(participant, generation, child, bytes)));
    }

    void isInvoked(String requestId) {
        add(new InvocationEvent.Requested(request(requestId)));
        waiting = Optional.of(requestId);
        assign();
    }

    void addOutside(Event event) {
        add(event, Optional.empty());
    }

    /** What an extension is known by to the machine; its own name where it has not registered. */
    String identifierOf(String extension) {
        return identifiers.getOrDefault(extension, extension);
    }

    private static InvocationRequest request(String id) {
        return new InvocationRequest(id, "arn", "", "", "", "", "", 12);
    }

    private void follow(List<Event> events) {
        events.forEach(this::add);
        events.forEach(this::carryOut);
        if (events.stream().anyMatch(Stage::leavesRoom)) {
            assign();
        }
    }

    private void add(Event event) {
        boolean outside = event instanceof InvocationEvent.Requested || event instanceof InvocationEvent.Assigned;
        add(event, outside ? Optional.empty() : Optional.of(HERE));
    }

    private void add(Event event, Optional<EnvironmentId> where) {
        entries.add(new Entry(entries.size(), now, where, event));
    }

    private void carryOut(Event event) {
        if (event instanceof CallEvent.Answered answered) {
            meet(new Input.AnswerDelivered(answered.call()));
        } else if (event instanceof ExtensionEvent.Registered registered) {
            identifiers.put(registered.extension().name(), registered.identifier());
        } else if (event instanceof ProcessEvent.Launched launched) {
            generation = launched.generation();
        } else if (event instanceof ProcessEvent.Signalled signalled && obeys(signalled)) {
            exits(signalled.participant(), Exit.by(signalled.signal()));
        } else if (event instanceof EnvironmentEvent.CameToRest rest) {
            meet(new Input.Rested(rest.freezes()));
        }
    }

    private boolean obeys(ProcessEvent.Signalled signalled) {
        return signalled.signal() == Signal.SIGKILL || !stubborn.contains(signalled.participant());
    }

    private static boolean leavesRoom(Event event) {
        return event instanceof EnvironmentEvent.Idled || event instanceof EnvironmentEvent.WasReset;
    }

    private void assign() {
        boolean free = entries.stream()
                .map(Entry::event)
                .filter(event -> leavesRoom(event) || event instanceof InvocationEvent.Started)
                .reduce((earlier, later) -> later)
                .filter(Stage::leavesRoom)
                .isPresent();
        if (free && waiting.isPresent()) {
            String next = waiting.get();
            waiting = Optional.empty();
            if (!next.equals(ADA)) {
                add(new InvocationEvent.Assigned(next, HERE, InvocationEvent.Start.WARM));
            }
            meet(new Input.Assign(request(next)));
        }
    }
}
