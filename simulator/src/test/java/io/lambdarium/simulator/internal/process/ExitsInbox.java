// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps the exits that a supervisor tells of, and the thread that told. */
final class ExitsInbox implements Inbox {

    record Told(EnvironmentId environment, Input.Exited exited, boolean interrupted) {}

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();

    @Override
    public void put(EnvironmentId environment, Input input) {
        told.add(new Told(
                environment, (Input.Exited) input, Thread.currentThread().isInterrupted()));
    }

    @Override
    public void later(Duration by, Runnable action) {
        throw new UnsupportedOperationException("a supervisor has no use for time");
    }

    Input.Exited next() throws InterruptedException {
        return nextTold().exited();
    }

    Told nextTold() throws InterruptedException {
        Told next = told.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("an exit").isNotNull();
        return next;
    }

    boolean isEmpty() {
        return told.isEmpty();
    }
}
