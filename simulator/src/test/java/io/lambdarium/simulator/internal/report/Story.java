// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Fault;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Claim;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The life of one environment as a test tells it: the participants say what the test makes them say, the machine answers.
 */
final class Story {

    static final String ADA = "ada0-0000";
    static final String BOB = "bob0-0000";

    private final Stage stage;
    private long calls;

    private Story(Set<Participant> stubborn, List<String> extensions) {
        this(stubborn, extensions, AtRest.NOTHING);
    }

    private Story(Set<Participant> stubborn, List<String> extensions, AtRest atRest) {
        stage = new Stage(stubborn, extensions, atRest);
    }

    /** An environment of processes, which write and can be frozen. */
    static Story ofProcesses(String... extensions) {
        return new Story(Set.of(), List.of(extensions), AtRest.FREEZE);
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
        return stage.chronicle();
    }

    List<String> findings() {
        return Diagnosis.of(chronicle());
    }

    String text() {
        return TextTimeline.of(chronicle()).text();
    }

    /** It is that many milliseconds after the beginning; whatever was due before has happened. */
    Story at(long millis) {
        stage.passTo(millis);
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
        CallId call = call();
        return meet(new Call.ErrorBegan(call, requestId, Optional.empty()))
                .meet(new Input.ErrorEnded(call, 2, errorType));
    }

    Story reportsInitError(String errorType) {
        return meet(new Call.RuntimeInitError(call(), errorType));
    }

    Story registers(String extension, String... events) {
        return meet(new Call.Register(call(), extension, List.of(events), false));
    }

    Story asks(String extension) {
        return meet(new Call.ExtensionNext(call(), stage.identifierOf(extension)));
    }

    Story reports(Endpoint endpoint, String extension, String errorType) {
        return meet(new Call.ExtensionError(call(), endpoint, stage.identifierOf(extension), errorType));
    }

    Story isSettled(Endpoint endpoint, Answer answer, String subject) {
        return meet(new Call.Settled(call(), endpoint, answer, subject, Claim.NONE));
    }

    Story isStruck(Endpoint endpoint, String fault) {
        CallId call = call();
        return meet(new Input.FaultStruck(call, endpoint, fault)).meet(new Call.Dropped(call, endpoint));
    }

    /** A fault breaks off the answer to the latest call. */
    Story breaksTheAnswer(Endpoint endpoint) {
        return meet(new Input.FaultStruck(
                new CallId(calls), endpoint, Fault.dropMidAnswer().toString()));
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
        stage.exits(participant, exit);
        return this;
    }

    Story writes(Participant participant, String... lines) {
        for (String line : lines) {
            stage.writes(participant, ProcessEvent.Stream.OUTPUT, line);
        }
        return this;
    }

    Story writesToStderr(Participant participant, String... lines) {
        for (String line : lines) {
            stage.writes(participant, ProcessEvent.Stream.ERROR, line);
        }
        return this;
    }

    Story logs(Participant participant, String text) {
        stage.writes(participant, ProcessEvent.Stream.LOG, text);
        return this;
    }

    Story isNotLaunched(Participant participant, String errorType, String message) {
        stage.isNotLaunched(participant, new Failure(errorType, message));
        return this;
    }

    /** A process of the participant, or the participant itself, is killed; only in the second case it exits. */
    Story runsOutOfMemory(Participant participant, boolean child) {
        stage.runsOutOfMemory(participant, child, (131L << 20) - 1);
        return child ? this : exits(participant, Exit.by(Signal.SIGKILL));
    }

    /** Another invocation comes, and waits for the environment if need be. */
    Story isInvoked(String requestId) {
        stage.isInvoked(requestId);
        return this;
    }

    Story shutsDown() {
        return meet(new Input.ShutDown(ShutdownReason.SPINDOWN));
    }

    /** Something that happens outside the environment. */
    Story adds(Event event) {
        stage.addOutside(event);
        return this;
    }

    private CallId call() {
        return new CallId(++calls);
    }

    private Story meet(Input input) {
        stage.meet(input);
        return this;
    }
}
