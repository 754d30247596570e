// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * One invocation as its caller sees it. It is read from the journal; nobody but the simulator implements it.
 *
 * <p>What begins with {@code await} waits, woken by the journal; everything else looks at what is there.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Invocation {

    /** The id that runtime, extensions, logs and caller share. */
    String requestId();

    /** What was sent. */
    Payload event();

    /** How it ended for its caller, if it has. */
    Optional<Outcome> outcome();

    /** When it ended for its caller, counted from the request, if it has. */
    Optional<Duration> after();

    /** What it found when it was given an environment, if it was. */
    Optional<Start> start();

    /** What REPORT says of it, once the runtime and all extensions are done. */
    Optional<Completed> report();

    /** What Lambda logs of it so far. */
    default FunctionLog log() {
        return FunctionLog.of(journal()).of(this);
    }

    /** The journal that it is read from. */
    Journal journal();

    /**
     * Waits until the caller has a result, as long as the simulator's patience lasts.
     *
     * @throws SimulatorException if that is over first
     */
    Outcome await();

    /**
     * Waits until the caller has a result, as long as that patience lasts.
     *
     * @throws SimulatorException if that is over first
     */
    Outcome await(Duration patience);

    /**
     * Waits until the runtime and all extensions are done with it, as long as the simulator's patience lasts.
     *
     * @throws SimulatorException if that is over first; and at once if there will be no report, since it was throttled or the
     *     simulator was closed
     */
    Completed awaitReport();
}
