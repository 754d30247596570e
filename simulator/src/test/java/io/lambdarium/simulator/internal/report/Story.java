// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.Call;
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
 * The life of one environment as a test tells it: the participants say what the test makes them say, the machine answers.
 *
 * <p>Whoever is signalled exits at once, unless it is stubborn. Each answer is delivered.
 */
final class Story {

    static final String ADA = "ada0-0000";
    static final String BOB = "bob0-0000";

    private static final Instant BEGAN = Instant.parse("2026-01-01T00:00:00Z");
    private static final EnvironmentId HERE = new EnvironmentId(1);

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> identifiers = new HashMap<>();
    private final Set<Participant> stubborn;
    private Instant now = BEGAN;
    private Phase phase;
    private int generation = 1;
    private long calls;
    private Optional<String> waiting = Optional.of(ADA);

    private Story(Set<Participant> stubborn, List<String> extensions) {
        this.stubborn = stubborn;
        Setting setting = new Setting(
                "greeter",
                "1",
                "handler",
                "",
                Duration.ofSeconds(3),
                extensions,
                new Limits(Limits.INIT, Limits.RUNTIME_SHARE));
        add(new InvocationEvent.Requested(request(ADA)));
        add(new InvocationEvent.Assigned(ADA, HERE, InvocationEvent.Start.COLD));
        Transition birth = Phase.begin(setting, Identities.of(7), false, now);
        phase = birth.next();
        follow(birth.events());
    }

    /** An environment that was started for the invocation of {@link #ADA}, with these external extensions. */
    static Story with(String... extensions) {
        return new Story(Set.of(), List.of(extensions));
    }

    /** The same, where that participant ignores signals. */
    static Story withStubborn(Participant participant, String... extensions) {
        return new Story(Set.of(participant), List.of(extensions));
    }

    /** A life as far as the runtime has the event of {@link #ADA}. */
    static Story running(String... extensions) {
        Story story = with(extensions);
        for (String extension : extensions) {
            story.registers(extension, "INVOKE", "SHUTDOWN").asks(extension);
        }
        return story.asks();
    }

    /** The same, and the runtime ignores signals. */
    static Story ignoringSignals() {
        return withStubborn(Participant.RUNTIME)
                .registers("agent")
                .asks("agent")
                .asks();
    }

    /** A life that has served {@link #ADA} and waits. */
    static Story idle(String... extensions) {
        Story story = running(extensions).responds(ADA).asks();
        for (String extension : extensions) {
            story.asks(extension);
        }
        return story;
    }

    Chronicle chronicle() {
        return new Chronicle(BEGAN, 0, List.copyOf(entries));
    }

    List<String> findings() {
        return Diagnosis.of(chronicle());
    }

    String text() {
        return TextTimeline.of(chronicle()).text();
    }

    /** It is that many milliseconds after the beginning; whatever was due before has happened. */
    Story at(long millis) {
        Instant then = BEGAN.plusMillis(millis);
        while (phase.wakeUpAt().filter(due -> !due.isAfter(then)).isPresent()) {
            now = phase.wakeUpAt().get();
            meet(new Input.Wake());
        }
        now = then;
        return this;
    }

    Story asks() {
        return meet(new Call.RuntimeNext(call()));
    }

    Story responds(String requestId) {
        return responds(requestId, 2);
    }

    Story responds(String requestId, long size) {
        CallId call = call();
        return meet(new Call.ResponseBegan(call, requestId, Optional.empty(), true))
                .meet(new Input.ResponseEnded(call, size, false));
    }

    Story beginsToRespond(String requestId) {
        return meet(new Call.ResponseBegan(call(), requestId, Optional.empty(), true));
    }

    Story respondsInUnknownMode(String requestId) {
        return meet(new Call.ResponseBegan(call(), requestId, Optional.empty(), false));
    }

    Story breaksOff() {
        return meet(new Input.ResponseBrokeOff(new CallId(calls)));
    }

    Story reportsError(String requestId, String errorType) {
        return meet(new Call.RuntimeError(call(), requestId, Optional.empty(), errorType));
    }

    Story reportsInitError(String errorType) {
        return meet(new Call.RuntimeInitError(call(), errorType));
    }

    Story registers(String extension, String... events) {
        return meet(new Call.Register(call(), extension, List.of(events), false));
    }

    Story asks(String extension) {
        return meet(new Call.ExtensionNext(call(), identifiers.getOrDefault(extension, extension)));
    }

    Story reports(Endpoint endpoint, String extension, String errorType) {
        return meet(new Call.ExtensionError(call(), endpoint, identifiers.get(extension), errorType));
    }

    Story isSettled(Endpoint endpoint, Answer answer, String subject) {
        return meet(new Call.Settled(call(), endpoint, answer, subject));
    }

    Story isStruck(Endpoint endpoint, String fault) {
        CallId call = call();
        return meet(new Input.FaultStruck(call, endpoint, fault)).meet(new Call.Dropped(call, endpoint));
    }

    /** A fault keeps a call back; nothing else is heard of it. */
    Story isHeld(Endpoint endpoint) {
        return meet(new Input.FaultStruck(call(), endpoint, "hold until a gate opens"));
    }

    Story hangsUp() {
        return meet(new Input.CallerLeft(new CallId(calls)));
    }

    Story exits(Participant participant, int status) {
        return exits(participant, Exit.status(status));
    }

    Story exits(Participant participant, Exit exit) {
        return meet(new Input.Exited(participant, generation, exit));
    }

    /** Another invocation comes, and waits for the environment if need be. */
    Story isInvoked(String requestId) {
        add(new InvocationEvent.Requested(request(requestId)));
        waiting = Optional.of(requestId);
        return assign();
    }

    Story shutsDown() {
        return meet(new Input.ShutDown(ShutdownReason.SPINDOWN));
    }

    /** Something that happens outside the environment. */
    Story adds(Event event) {
        entries.add(new Entry(entries.size(), now, Optional.empty(), event));
        return this;
    }

    private CallId call() {
        return new CallId(++calls);
    }

    private static InvocationRequest request(String id) {
        return new InvocationRequest(id, "arn", "", "", "", "", "", 12);
    }

    private Story meet(Input input) {
        Transition transition = input.meet(phase, now);
        phase = transition.next();
        follow(transition.events());
        return this;
    }

    private void follow(List<Event> events) {
        events.forEach(this::add);
        events.forEach(this::carryOut);
        if (events.stream().anyMatch(Story::leavesRoom)) {
            assign();
        }
    }

    private void add(Event event) {
        boolean outside = event instanceof InvocationEvent.Requested || event instanceof InvocationEvent.Assigned;
        entries.add(new Entry(entries.size(), now, outside ? Optional.empty() : Optional.of(HERE), event));
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
        }
    }

    private boolean obeys(ProcessEvent.Signalled signalled) {
        return signalled.signal() == Signal.SIGKILL || !stubborn.contains(signalled.participant());
    }

    private static boolean leavesRoom(Event event) {
        return event instanceof EnvironmentEvent.Idled || event instanceof EnvironmentEvent.WasReset;
    }

    private Story assign() {
        boolean free = entries.stream()
                .map(Entry::event)
                .filter(event -> leavesRoom(event) || event instanceof InvocationEvent.Started)
                .reduce((earlier, later) -> later)
                .filter(Story::leavesRoom)
                .isPresent();
        if (free && waiting.isPresent()) {
            String next = waiting.get();
            waiting = Optional.empty();
            if (!next.equals(ADA)) {
                add(new InvocationEvent.Assigned(next, HERE, InvocationEvent.Start.WARM));
            }
            meet(new Input.Assign(request(next)));
        }
        return this;
    }
}
