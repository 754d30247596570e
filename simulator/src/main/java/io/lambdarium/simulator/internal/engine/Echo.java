// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.FunctionLog.Line;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.internal.log.LogReader;
import io.lambdarium.simulator.internal.log.Printable;
import java.util.function.Consumer;

/** Hands what is logged to somebody else while it is logged, safe to print. */
final class Echo {

    private static final System.Logger LOG = System.getLogger("io.lambdarium.simulator");

    private final Consumer<String> listener;
    private final LogReader log;
    private boolean broken;

    Echo(Consumer<String> listener, Journal journal) {
        this.listener = listener;
        this.log = new LogReader(journal);
    }

    void hear(Step step) {
        for (Step.Happening happening : step.happenings()) {
            log.read(new Journal.Entry(0, step.now(), happening.environment(), happening.event())).stream()
                    .filter(line -> !broken)
                    .forEach(this::hand);
        }
    }

    /** Nobody hears more of what he could not bear: it would disturb each step from now on. */
    private void hand(Line line) {
        try {
            Printable.text(line.text()).lines().forEach(listener);
        } catch (RuntimeException e) {
            broken = true;
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The log is echoed no longer: who was to be handed its lines failed.",
                    e);
        }
    }
}
