// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** What became of the process, or of the in-process body, that a participant is. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface ProcessEvent extends Event {

    /** Whose process. */
    Participant participant();

    /** Of which initialization of its environment, counted from 1. */
    int generation();

    /**
     * It is launched.
     *
     * @param participant who
     * @param generation counts the initializations of its environment, from 1
     */
    record Launched(Participant participant, int generation) implements ProcessEvent, Decision {}

    /**
     * It is sent a signal.
     *
     * @param participant who
     * @param generation of which initialization
     * @param signal which signal
     */
    record Signalled(Participant participant, int generation, Signal signal) implements ProcessEvent, Decision {}

    /**
     * It ended.
     *
     * @param participant who
     * @param generation of which initialization; one that could not be killed may end late
     * @param exit how
     */
    record Exited(Participant participant, int generation, Exit exit) implements ProcessEvent {}
}
