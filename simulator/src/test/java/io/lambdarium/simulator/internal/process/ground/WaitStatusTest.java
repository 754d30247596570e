// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import org.junit.jupiter.api.Test;

class WaitStatusTest {

    private static final int CORE = 0x80;

    @Test
    void an_exit_status_is_in_the_second_byte() {
        assertThat(WaitStatus.exit(137 << 8)).isEqualTo(Exit.status(137));
    }

    @Test
    void a_signal_is_in_the_first() {
        assertThat(WaitStatus.exit(9)).isEqualTo(Exit.by(Signal.SIGKILL));
        assertThat(WaitStatus.exit(11 | CORE)).isEqualTo(Exit.by(Signal.SIGSEGV));
    }

    @Test
    void a_signal_without_a_name_is_told_as_a_shell_would() {
        assertThat(WaitStatus.exit(40)).isEqualTo(Exit.status(168).detail("killed by signal 40"));
    }
}
