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
                        () -> new RunningSimulator(
                                Simulator.start(declared.options().get())))
                .simulator;
    }

    /** The one that runs for the context already, if one does. */
    static Optional<Simulator> seenFrom(ExtensionContext context) {
        Key key = new Key(Declaration.closestTo(context).place());
        try {
            return Stored.of(context).found(key, RunningSimulator.class).map(running -> running.simulator);
        } catch (RuntimeException notStarted) {
            // JUnit's store throws again what the start threw, which is why the test has failed in the first place.
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        simulator.close();
    }

    private record Key(String place) {}
}
