// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlarmsTest {

    private static final long PATIENCE = 20;
    private static final long HOUR = TimeUnit.HOURS.toNanos(1);
    private static final long MILLISECOND = 1_000_000;

    private final Alarms alarms = new Alarms();
    private final BlockingQueue<String> rung = new LinkedBlockingQueue<>();

    @Test
    void a_sooner_one_does_not_wait_for_a_later_one() throws InterruptedException {
        alarms.set(HOUR, () -> rung.add("in an hour"));
        alarms.set(MILLISECOND, () -> rung.add("soon"));

        assertThat(next()).isEqualTo("soon");
        assertThat(rung).isEmpty();
    }

    @Test
    void what_is_given_up_does_not_ring_and_holds_nobody_up() throws InterruptedException {
        Runnable whileNoneRings = () -> {
            alarms.giveUp(alarms.set(0, () -> rung.add("given up")));
            alarms.set(MILLISECOND, () -> rung.add("wanted"));
        };

        alarms.set(0, whileNoneRings);

        assertThat(next()).isEqualTo("wanted");
        assertThat(rung).isEmpty();
    }

    @Test
    void none_is_lost_when_many_set_them_at_once() throws InterruptedException {
        int count = 20_000;
        CountDownLatch left = new CountDownLatch(count);

        IntStream.range(0, count).parallel().forEach(number -> {
            SplittableRandom random = new SplittableRandom(number);
            alarms.giveUp(alarms.set(random.nextLong(MILLISECOND), () -> {}));
            alarms.set(random.nextLong(20 * MILLISECOND), left::countDown);
        });

        assertThat(left.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }

    private String next() throws InterruptedException {
        return rung.poll(PATIENCE, TimeUnit.SECONDS);
    }
}
