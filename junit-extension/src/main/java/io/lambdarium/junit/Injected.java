// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.Faults;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.VirtualTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What a parameter may be; only types of our own, so that we stand in nobody's way. */
enum Injected {
    SIMULATOR(Simulator.class, simulator -> simulator),
    JOURNAL(Journal.class, Simulator::journal),
    FAULTS(Faults.class, Simulator::faults),
    TIME(VirtualTime.class, Simulator::time);

    private final Class<?> type;
    /** A method reference holds nothing that could change. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Simulator, Object> part;

    Injected(Class<?> type, Function<Simulator, Object> part) {
        this.type = type;
        this.part = part;
    }

    static Optional<Injected> as(Class<?> type) {
        return Arrays.stream(values()).filter(it -> it.type == type).findFirst();
    }

    Object partOf(Simulator simulator) {
        return part.apply(simulator);
    }
}
