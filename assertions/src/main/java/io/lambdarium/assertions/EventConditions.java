// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;

/**
 * The words for events, as conditions of journal entries. They nest, and everything of AssertJ that takes a condition takes
 * them:
 *
 * <pre>{@code
 * assertThat(lambda.journal()).containsInOrder(in(1, registered("flusher")), timedOut(invocation));
 * assertThat(lambda.journal().entries()).areExactly(2, exited("flusher", 0));
 * }</pre>
 *
 * <p>Participants go by their names: that of the extension, or {@code runtime}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EventConditions {

    private EventConditions() {}

    // --- any event ---

    /** An event of that type. */
    public static Condition<Entry> event(Class<? extends Event> type) {
        return event(type, event -> true);
    }

    /** An event of that type that fulfills the condition. */
    public static <E extends Event> Condition<Entry> event(Class<E> type, Predicate<? super E> condition) {
        return event(type, condition, "an event of type " + name(type));
    }

    /** What the other condition says, in the environment of that number; they are counted from 1. */
    public static Condition<Entry> in(int environment, Condition<? super Entry> other) {
        return new Condition<>(
                entry -> other.matches(entry)
                        && entry.environment()
                                .filter(id -> id.number() == environment)
                                .isPresent(),
                "%s",
                other.description().value() + " in environment " + environment);
    }

    // --- environments ---

    /** An environment was started. */
    public static Condition<Entry> environmentStarted() {
        return event(EnvironmentEvent.Started.class, event -> true, "an environment started");
    }

    /** Everybody in an environment has asked for the first event. */
    public static Condition<Entry> environmentInitialized() {
        return event(EnvironmentEvent.Initialized.class, event -> true, "an environment initialized");
    }

    /** An environment was reset: its processes are gone, and it lives on. */
    public static Condition<Entry> environmentReset() {
        return event(EnvironmentEvent.WasReset.class, event -> true, "an environment reset");
    }

    /** Everybody in an environment waits for an event, and its processes are frozen. */
    public static Condition<Entry> environmentFrozen() {
        return event(EnvironmentEvent.Frozen.class, event -> true, "an environment frozen");
    }

    /** The processes of an environment run again. */
    public static Condition<Entry> environmentThawed() {
        return event(EnvironmentEvent.Thawed.class, event -> true, "an environment thawed");
    }

    /** An environment is no more, for that reason. */
    public static Condition<Entry> environmentTerminated(ShutdownReason reason) {
        return event(
                EnvironmentEvent.Terminated.class,
                event -> event.reason() == reason,
                "an environment terminated with " + reason);
    }

    // --- invocations ---

    /** It was requested. */
    public static Condition<Entry> requested(Invocation invocation) {
        return about(InvocationEvent.Requested.class, invocation, "requested");
    }

    /** Its clock began to run. */
    public static Condition<Entry> started(Invocation invocation) {
        return about(InvocationEvent.Started.class, invocation, "started");
    }

    /** The runtime answered it. */
    public static Condition<Entry> responded(Invocation invocation) {
        return about(InvocationEvent.Responded.class, invocation, "answered");
    }

    /** The platform failed it. */
    public static Condition<Entry> failed(Invocation invocation) {
        return about(InvocationEvent.Failed.class, invocation, "failed");
    }

    /** Its function timeout passed. */
    public static Condition<Entry> timedOut(Invocation invocation) {
        return about(InvocationEvent.TimedOut.class, invocation, "timed out");
    }

    /** It was throttled. */
    public static Condition<Entry> throttled(Invocation invocation) {
        return about(InvocationEvent.Throttled.class, invocation, "throttled");
    }

    /** The runtime and all extensions are done with it. */
    public static Condition<Entry> completed(Invocation invocation) {
        return about(InvocationEvent.Completed.class, invocation, "completed");
    }

    // --- extensions ---

    /** It registered. */
    public static Condition<Entry> registered(String extension) {
        return extension(ExtensionEvent.Registered.class, extension, "registered");
    }

    /** It asked for its first event. */
    public static Condition<Entry> ready(String extension) {
        return extension(Ready.class, extension, "ready");
    }

    /** It was told of that invocation. */
    public static Condition<Entry> toldToInvoke(String extension, Invocation invocation) {
        return event(
                ToldToInvoke.class,
                event -> event.extension().name().equals(extension)
                        && event.requestId().equals(invocation.requestId()),
                Words.safe(extension) + " told of " + new Course(invocation).name());
    }

    /** It was told to shut down for that reason. */
    public static Condition<Entry> toldToShutDown(String extension, ShutdownReason reason) {
        return event(
                ToldToShutDown.class,
                event -> event.extension().name().equals(extension) && event.reason() == reason,
                Words.safe(extension) + " told to shut down with " + reason);
    }

    // --- processes ---

    /** Its process was launched. */
    public static Condition<Entry> launched(String participant) {
        return process(Launched.class, participant, event -> true, "launched");
    }

    /** Its process could not be launched, with that type of error. */
    public static Condition<Entry> launchFailed(String participant, String errorType) {
        return process(
                LaunchFailed.class,
                participant,
                event -> event.failure().errorType().equals(errorType),
                "not launched because of " + Words.safe(errorType));
    }

    /** Its process was killed because all processes of its environment used too much memory. */
    public static Condition<Entry> ranOutOfMemory(String participant) {
        return process(RanOutOfMemory.class, participant, event -> true, "killed for want of memory");
    }

    /** Its process was sent that signal. */
    public static Condition<Entry> signalled(String participant, Signal signal) {
        return process(Signalled.class, participant, event -> event.signal() == signal, "sent " + signal);
    }

    /** Its process exited with that status. */
    public static Condition<Entry> exited(String participant, int status) {
        return process(
                Exited.class,
                participant,
                event -> event.exit().signal().isEmpty() && event.exit().status() == status,
                "exited with status " + status);
    }

    /** Its process wrote that line. */
    public static Condition<Entry> wrote(String participant, String line) {
        return process(
                Wrote.class, participant, event -> event.text().equals(line), "wrote the line " + Words.quoted(line));
    }

    // --- calls ---

    /** Somebody called that. */
    public static Condition<Entry> received(Endpoint endpoint) {
        return event(Received.class, event -> event.endpoint() == endpoint, "a call of " + endpoint);
    }

    /** A call was refused with that error type. */
    public static Condition<Entry> refused(String errorType) {
        return event(
                Answered.class,
                event -> event.answer() instanceof Answer.Refused refused
                        && refused.errorType().equals(errorType),
                "a call refused with " + Words.quoted(errorType));
    }

    // --- internals ---

    private static <E extends InvocationEvent> Condition<Entry> about(
            Class<E> type, Invocation invocation, String done) {
        return event(
                type,
                event -> event.requestId().equals(invocation.requestId()),
                new Course(invocation).name() + " " + done);
    }

    private static <E extends ExtensionEvent> Condition<Entry> extension(Class<E> type, String name, String done) {
        return event(type, event -> event.extension().name().equals(name), Words.safe(name) + " " + done);
    }

    private static <E extends ProcessEvent> Condition<Entry> process(
            Class<E> type, String name, Predicate<E> condition, String done) {
        return event(
                type,
                event -> event.participant().name().equals(name) && condition.test(event),
                Words.safe(name) + " " + done);
    }

    private static <E extends Event> Condition<Entry> event(
            Class<E> type, Predicate<? super E> condition, String words) {
        Predicate<Entry> matches = entry -> type.isInstance(entry.event()) && condition.test(type.cast(entry.event()));
        return new Condition<>(matches, "%s", words);
    }

    /** The records nest in the interface of their topic, and are called after both. */
    private static String name(Class<?> type) {
        Class<?> topic = type.getDeclaringClass();
        return (topic == null ? "" : topic.getSimpleName() + ".") + type.getSimpleName();
    }
}
