// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Something that holds in every life; it looks at one step after the other, and may remember. */
interface Law {

    /** Throws a {@link Breach} if the step breaks it. */
    void judge(Step step);

    /** The life begins; the step is as if it came from nothing. */
    default void begin(Step step) {}

    /** One input, and what followed. */
    record Step(Phase before, Input input, Instant now, Transition transition) {

        List<Event> events() {
            return transition.events();
        }

        Phase after() {
            return transition.next();
        }

        /** Whether the phase is this one now and was not before. */
        boolean enters(Class<? extends Phase> phase) {
            return phase.isInstance(after()) && !phase.isInstance(before);
        }
    }

    /** A law was broken. */
    final class Breach extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Breach(String message) {
            super(message);
        }
    }

    static void require(boolean held, Supplier<String> otherwise) {
        if (!held) {
            throw new Breach(otherwise.get());
        }
    }

    static List<Law> all() {
        return List.of(
                new CallLaw(),
                new InvocationLaw(),
                new ProcessLaw(),
                new TellingLaw(),
                new TimeLaw(),
                new FreezeLaw(),
                new PhaseLaw());
    }
}
