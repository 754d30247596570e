// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Takes the place of the engine: what is put can be taken, one by one, and some of it is answered at once. */
final class RecordingInbox implements Inbox {

    private static final long PATIENCE = 10;

    private final BlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
    private final BlockingQueue<Runnable> delayed = new LinkedBlockingQueue<>();
    private final Function<Input, Optional<Runnable>> reaction;

    RecordingInbox(Function<Input, Optional<Runnable>> reaction) {
        this.reaction = reaction;
    }

    @Override
    public void put(EnvironmentId environment, Input input) {
        inputs.add(input);
        reaction.apply(input).ifPresent(Runnable::run);
    }

    @Override
    public void later(Duration by, Runnable action) {
        delayed.add(action);
    }

    /** Runs the next thing that is to be done later; waits for it. */
    void passTime() throws InterruptedException {
        Runnable due = delayed.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(due).as("something to do later").isNotNull();
        due.run();
    }

    /** The next input, which must be of that kind; waits for it. */
    <T extends Input> T take(Class<T> kind) throws InterruptedException {
        Input next = inputs.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(next).as("the next input").isInstanceOf(kind);
        return kind.cast(next);
    }

    /** The next input of that kind; others are dropped. */
    <T extends Input> T await(Class<T> kind) throws InterruptedException {
        Input next = inputs.poll(PATIENCE, TimeUnit.SECONDS);
        while (!kind.isInstance(next)) {
            assertThat(next).as("an input before the patience ends").isNotNull();
            next = inputs.poll(PATIENCE, TimeUnit.SECONDS);
        }
        return kind.cast(next);
    }

    /** Whether nothing is left to take. */
    boolean isEmpty() {
        return inputs.isEmpty();
    }
}
