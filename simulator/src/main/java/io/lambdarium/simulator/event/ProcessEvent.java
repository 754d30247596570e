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

    /**
     * It could not be launched; it never was a process.
     *
     * @param participant who
     * @param generation of which initialization
     * @param failure AWS's name of the error, and why
     * @param remark what its files show, for the reader of a timeline; may be empty
     */
    record LaunchFailed(Participant participant, int generation, Failure failure, String remark)
            implements ProcessEvent {

        /** Without a remark. */
        public LaunchFailed(Participant participant, int generation, Failure failure) {
            this(participant, generation, failure, "");
        }
    }

    /** Where a process writes to. */
    enum Stream {
        /** Its standard output, line by line. */
        OUTPUT,
        /** Its standard error, line by line. */
        ERROR,
        /** The descriptor for framed logs, frame by frame: a text may have several lines. */
        LOG
    }

    /**
     * It wrote something.
     *
     * @param participant who
     * @param generation of which initialization
     * @param stream where to
     * @param text a line without its end, or what a frame holds; it is untrusted
     */
    record Wrote(Participant participant, int generation, Stream stream, String text) implements ProcessEvent {}

    /**
     * All processes of its environment together wrote more than is kept; what follows is dropped until the next initialization.
     *
     * @param participant who wrote what was too much
     * @param generation of which initialization
     * @param kept how many bytes were kept
     */
    record OutputDropped(Participant participant, int generation, long kept) implements ProcessEvent {}

    /**
     * The environment used more memory than its function has, and the largest process was killed.
     *
     * @param participant whose process it was
     * @param generation of which initialization
     * @param child whether it was a process that the participant had started, so that the participant itself lives on
     * @param bytes how much the environment used
     */
    record RanOutOfMemory(Participant participant, int generation, boolean child, long bytes) implements ProcessEvent {}
}
