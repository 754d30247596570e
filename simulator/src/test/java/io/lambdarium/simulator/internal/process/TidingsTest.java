// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TidingsTest {

    private final Inputs inputs = new Inputs();
    private final Tidings tidings = new Tidings(new EnvironmentId(1), Installation.without(function("tested")), inputs);

    @Test
    void a_child_that_was_killed_for_want_of_memory_is_that_of_who_started_it() throws Exception {
        int flusher = admit(Participant.extension("flusher"), 1);
        admit(Participant.RUNTIME, 1);

        tidings.ranOutOfMemory(flusher, true, 1000);

        assertThat(inputs.next(Input.RanOutOfMemory.class).event())
                .isEqualTo(new RanOutOfMemory(Participant.extension("flusher"), 1, true, 1000));
    }

    @Test
    void a_daemon_that_was_killed_for_want_of_memory_is_that_of_the_latest_runtime() throws Exception {
        for (int generation = 1; generation <= 3; generation++) {
            admit(Participant.RUNTIME, generation);
        }

        tidings.ranOutOfMemory(0, true, 1000);

        assertThat(inputs.next(Input.RanOutOfMemory.class).event())
                .isEqualTo(new RanOutOfMemory(Participant.RUNTIME, 3, true, 1000));
    }

    private int admit(Participant participant, int generation) {
        Bootstrap.Program program = process("program");
        Ailment ailment = new Ailment(program, Path.of("program"), Installation.without(function("tested")));
        return tidings.admit(new Launched(participant, generation), new Watch(exit -> {}, () -> {}), ailment);
    }
}
