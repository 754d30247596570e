// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.lifecycle.Input;
import org.junit.jupiter.api.Test;

class TidingsTest {

    private final Inputs inputs = new Inputs();
    private final Tidings tidings = new Tidings(new EnvironmentId(1), Installation.without(function("tested")), inputs);

    @Test
    void a_child_that_was_killed_for_want_of_memory_is_that_of_who_started_it() throws Exception {
        int flusher = tidings.admit(Participant.extension("flusher"), 1, new Watch(exit -> {}, () -> {}));
        tidings.admit(Participant.RUNTIME, 1, new Watch(exit -> {}, () -> {}));

        tidings.ranOutOfMemory(flusher, true, 1000);

        assertThat(inputs.next(Input.RanOutOfMemory.class).event())
                .isEqualTo(new RanOutOfMemory(Participant.extension("flusher"), 1, true, 1000));
    }

    @Test
    void a_daemon_that_was_killed_for_want_of_memory_is_that_of_the_latest_runtime() throws Exception {
        for (int generation = 1; generation <= 3; generation++) {
            tidings.admit(Participant.RUNTIME, generation, new Watch(exit -> {}, () -> {}));
        }

        tidings.ranOutOfMemory(0, true, 1000);

        assertThat(inputs.next(Input.RanOutOfMemory.class).event())
                .isEqualTo(new RanOutOfMemory(Participant.RUNTIME, 3, true, 1000));
    }
}
