// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * Everything that happened in a simulator, in one order.
 *
 * <p>A test keeps its whole journal. Nothing is done by the simulator that does not stand here first.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Journal {

    /** When the simulator was started, by its own clock. */
    Instant began();

    /** How the simulator was started. */
    SimulatorOptions options();

    /** What was deployed when that environment was started, if a simulator knows of it. */
    Optional<LambdaFunction> function(EnvironmentId environment);

    /** What happened so far: a list that does not change. */
    List<Entry> entries();

    /** The events of that type so far. */
    default <E extends Event> List<E> events(Class<E> type) {
        return entries().stream()
                .map(Entry::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /**
     * Waits until the question has an answer, and gives it; empty if patience ran out first, or the simulator was closed.
     * The question is asked anew whenever something was recorded.
     */
    <T> Optional<T> await(Function<Journal, Optional<T>> question, Duration patience);

    /** Whether the simulator was closed: nothing more is decided, and processes that were killed may still be told to have ended. */
    boolean isClosed();

    /** How many of the oldest entries a bounded journal has dropped. */
    long dropped();

    /**
     * One event, when and where.
     *
     * @param sequence counts the entries of a journal from 0
     * @param at when, by the simulator's clock
     * @param environment where; empty for what concerns no environment
     * @param event what
     */
    record Entry(long sequence, Instant at, Optional<EnvironmentId> environment, Event event) {}
}
