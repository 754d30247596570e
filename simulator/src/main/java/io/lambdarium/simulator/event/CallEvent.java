// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** What became of an HTTP call. Every call is received once and then ends once: answered, abandoned, or left by its caller. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface CallEvent extends Event {

    /** The call it is about. */
    CallId call();

    /**
     * A call arrived.
     *
     * @param call its number
     * @param endpoint what was called
     * @param caller who called, as far as the environment knows
     * @param subject what it named: the request that it answers, or method and path where Lambda has no such operation; else
     *     empty
     */
    record Received(CallId call, Endpoint endpoint, Participant caller, String subject) implements CallEvent {

        /** A call that names nothing. */
        public Received(CallId call, Endpoint endpoint, Participant caller) {
            this(call, endpoint, caller, "");
        }
    }

    /**
     * A long poll waits for something to say.
     *
     * @param call its number
     */
    record Parked(CallId call) implements CallEvent {}

    /**
     * A call is answered.
     *
     * @param call its number
     * @param answer what it is told
     */
    record Answered(CallId call, Answer answer) implements CallEvent, Decision {}

    /**
     * A call ends without an answer: its connection is closed.
     *
     * @param call its number
     */
    record Abandoned(CallId call) implements CallEvent, Decision {}

    /**
     * The whole answer was handed to the operating system.
     *
     * @param call its number
     */
    record Delivered(CallId call) implements CallEvent {}

    /**
     * The caller hung up before it was answered, or before the answer was out.
     *
     * @param call its number
     */
    record CallerGone(CallId call) implements CallEvent {}
}
