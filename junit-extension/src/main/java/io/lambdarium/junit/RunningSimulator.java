// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.Simulator;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A simulator in JUnit's store, which closes it: as a CloseableResource before JUnit 5.13, as an AutoCloseable since. */
@SuppressWarnings("deprecation") // CloseableResource, since JUnit 5.13
final class RunningSimulator implements CloseableResource, AutoCloseable {

    private final Simulator simulator;

    private RunningSimulator(Simulator simulator) {
        this.simulator = simulator;
    }

    /** The one that runs for the context already, or else one that is started now. */
    static Simulator startedFor(ExtensionContext context) {
        Declaration declared = Declaration.closestTo(context);
        return Stored.of(declared.home())
                .computed(
                        new Key(declared.place()),
                        RunningSimulator.class,
                        () -> new RunningSimulator(Simulator.start(declared.options())))
                .simulator;
    }

    /** The one that runs for the context already, if one does. */
    static Optional<Simulator> seenFrom(ExtensionContext context) {
        return Stored.of(context)
                .found(new Key(Declaration.closestTo(context).place()), RunningSimulator.class)
                .map(running -> running.simulator);
    }

    @Override
    public void close() {
        simulator.close();
    }

    private record Key(String place) {}
}
