// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/** What became of an execution environment. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface EnvironmentEvent extends Event {

    /** Which initialization it is. */
    enum InitPhase {
        /** Before any invocation, with a limit of its own. */
        INIT,
        /** Inside an invocation, after a reset; AWS calls it suppressed. */
        INVOKE
    }

    /**
     * The environment came to be.
     *
     * @param ahead whether no invocation waits for it
     * @param logStream the name of its log stream; it keeps it through its resets
     */
    record Started(boolean ahead, String logStream) implements EnvironmentEvent {

        /** One whose log stream does not matter. */
        public Started(boolean ahead) {
            this(ahead, "");
        }
    }

    /**
     * Its processes are about to be launched.
     *
     * @param phase which initialization it is
     * @param deadline when it must be done
     */
    record InitializationStarted(InitPhase phase, Instant deadline) implements EnvironmentEvent {}

    /** The runtime asked for its first invocation; no extension can register any more. */
    record RuntimeInitialized() implements EnvironmentEvent {}

    /**
     * The runtime and all extensions have asked for their first event.
     *
     * @param phase which initialization it was
     * @param took how long it took
     */
    record Initialized(InitPhase phase, Duration took) implements EnvironmentEvent {}

    /**
     * The initialization failed.
     *
     * @param phase which initialization it was
     * @param failure why
     * @param took how long it took
     */
    record InitializationFailed(InitPhase phase, Failure failure, Duration took) implements EnvironmentEvent {}

    /**
     * The initialization did not end in time.
     *
     * @param phase which initialization it was
     * @param limit how long it could have taken
     */
    record InitializationTimedOut(InitPhase phase, Duration limit) implements EnvironmentEvent {}

    /**
     * Everyone waits for an event: what was written is read to its end, and the processes are frozen if nothing is pending.
     *
     * @param freezes whether they are frozen
     */
    record CameToRest(boolean freezes) implements EnvironmentEvent, Decision {}

    /** Its processes are frozen: none of them runs until it is thawed. */
    record Frozen() implements EnvironmentEvent {}

    /** Its processes run again. */
    record Thawed() implements EnvironmentEvent, Decision {}

    /**
     * Its processes together use more memory than ever before.
     *
     * @param bytes how much
     */
    record MemoryUsed(long bytes) implements EnvironmentEvent {}

    /** Everyone waits for an event and none is there. */
    record Idled() implements EnvironmentEvent {}

    /**
     * A participant's end broke the environment.
     *
     * @param participant who ended
     * @param failure what AWS makes of it
     */
    record Broke(Participant participant, Failure failure) implements EnvironmentEvent {}

    /**
     * Its processes are about to be ended.
     *
     * @param reason why
     * @param deadline when the last of them is killed
     * @param reset whether the environment lives on without processes, to be initialized by its next invocation
     */
    record Stopping(ShutdownReason reason, Instant deadline, boolean reset) implements EnvironmentEvent {}

    /** All its processes are gone; the next invocation begins with an initialization. */
    record WasReset() implements EnvironmentEvent {}

    /**
     * The environment is no more.
     *
     * @param reason why
     */
    record Terminated(ShutdownReason reason) implements EnvironmentEvent {}
}
