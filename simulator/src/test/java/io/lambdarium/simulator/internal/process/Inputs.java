// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what happened to an environment. */
final class Inputs implements Inbox {

    private final BlockingQueue<Input> all = new LinkedBlockingQueue<>();

    @Override
    public void put(EnvironmentId environment, Input input) {
        all.add(input);
    }

    @Override
    public void later(Duration by, Runnable action) {
        throw new UnsupportedOperationException("processes have no use for virtual time");
    }

    /** The next of that kind; what comes before it is passed over. */
    <T extends Input> T next(Class<T> kind) throws InterruptedException {
        Input next;
        do {
            next = all.poll(10, TimeUnit.SECONDS);
            assertThat(next).as(kind.getSimpleName()).isNotNull();
        } while (!kind.isInstance(next));
        return kind.cast(next);
    }

    /** All that nobody has asked for. */
    List<Input> left() {
        return List.copyOf(all);
    }

    /** The next line that was written. */
    Wrote line() throws InterruptedException {
        Input.Observed next;
        do {
            next = next(Input.Observed.class);
        } while (!(next.event() instanceof Wrote));
        return (Wrote) next.event();
    }
}
