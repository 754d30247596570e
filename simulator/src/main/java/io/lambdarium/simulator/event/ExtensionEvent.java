// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apiguardian.api.API;

/** What became of an extension, or of the runtime where it reports like one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface ExtensionEvent extends Event {

    /** Whom it is about. */
    Participant extension();

    /**
     * It registered.
     *
     * @param extension who
     * @param identifier what it sends with every later call
     * @param subscriptions the events it asked for
     */
    record Registered(Participant extension, String identifier, Set<Subscription> subscriptions)
            implements ExtensionEvent {}

    /**
     * It asked for its first event.
     *
     * @param extension who
     */
    record Ready(Participant extension) implements ExtensionEvent {}

    /**
     * It said that it could not initialize. That alone ends nothing; its exit does.
     *
     * @param extension who; the runtime reports in the same way
     * @param call the call that said so
     * @param errorType what it called the error
     */
    record InitErrorReported(Participant extension, CallId call, String errorType) implements ExtensionEvent {}

    /**
     * It said that it is about to exit because of an error. That alone ends nothing; its exit does.
     *
     * @param extension who
     * @param call the call that said so
     * @param errorType what it called the error
     */
    record ExitErrorReported(Participant extension, CallId call, String errorType) implements ExtensionEvent {}

    /**
     * It was told of an invocation.
     *
     * @param extension who
     * @param requestId which invocation
     */
    record ToldToInvoke(Participant extension, String requestId) implements ExtensionEvent {}

    /**
     * It was told to shut down.
     *
     * @param extension who
     * @param reason why
     * @param deadline when it must have exited
     */
    record ToldToShutDown(Participant extension, ShutdownReason reason, Instant deadline) implements ExtensionEvent {}

    /**
     * It acknowledged SHUTDOWN in the only way there is: it exited, before its deadline.
     *
     * @param extension who
     * @param exit how
     * @param spare how much of its time was left
     */
    record Acknowledged(Participant extension, Exit exit, Duration spare) implements ExtensionEvent {}

    /**
     * It asked for another event after SHUTDOWN, which acknowledges nothing: it will be killed at its deadline.
     *
     * @param extension who
     */
    record AskedAgainAfterShutdown(Participant extension) implements ExtensionEvent {}

    /**
     * It was still there when its time to shut down was over.
     *
     * @param extension who
     * @param told whether it had been told to shut down at all; it is not while it is busy
     */
    record OverranShutdown(Participant extension, boolean told) implements ExtensionEvent {}
}
