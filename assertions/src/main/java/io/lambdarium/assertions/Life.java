// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a participant went through between two initializations of an environment.
 *
 * @param environment where
 * @param generation counts the initializations of that environment, from 1
 * @param entries what the journal says of it, in order
 * @param isStopping whether its end has begun and goes on
 * @param isOver whether the environment was reset or terminated since
 */
record Life(EnvironmentId environment, int generation, List<Entry> entries, boolean isStopping, boolean isOver) {

    Stream<Entry> all(Predicate<Event> kind) {
        return entries.stream().filter(entry -> kind.test(entry.event()));
    }

    Optional<Entry> last(Predicate<Event> kind) {
        return all(kind).reduce((former, latter) -> latter);
    }

    boolean has(Predicate<Event> kind) {
        return all(kind).findAny().isPresent();
    }

    @Override
    public String toString() {
        return environment + ", generation " + generation;
    }
}
