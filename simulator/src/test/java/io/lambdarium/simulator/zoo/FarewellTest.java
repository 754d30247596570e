// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of those who do not leave as they should, and of those who do. Source: lifecycle §3. */
@WithProcesses(tools = Tool.PERL)
class FarewellTest {

    @AutoClose
    private final Cage cage = new Cage().inVirtualTime();

    @Test
    void a_runtime_that_is_deaf_to_sigterm_is_killed_when_its_share_is_over() {
        Invocation invocation =
                cage.runtime("ignores-sigterm").extension("attends").invoke("{}");
        invocation.awaitReport();
        cage.lambda().shutDown();
        cage.advance(Duration.ofMillis(299));
        String before = cage.lastDeed();
        cage.advance(Duration.ofMillis(1));

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(before).isEqualTo("runtime 1 sent SIGTERM");
        assertThat(cage.taleUpTo("terminated: SPINDOWN")).isEqualTo(Tale.told("""
                init begins; attends 1 launched; attends registers; runtime 1 launched; init ends; idle;
                invocation 1 starts; attends told of it; invocation 1 answered; invocation 1 completed: SUCCESS;
                idle;
                shuts down: SPINDOWN; runtime 1 sent SIGTERM; runtime 1 sent SIGKILL;
                runtime 1 ends: signal: killed; attends told to shut down: SPINDOWN;
                attends 1 ends: exit status 0; attends leaves in time; terminated: SPINDOWN
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_runtime_that_hears_sigterm_leaves_with_its_own_status() {
        Invocation invocation =
                cage.runtime("leaves-on-sigterm").extension("attends").invoke("{}");
        invocation.awaitReport();
        cage.lambda().shutDown();

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(cage.taleUpTo("terminated: SPINDOWN")).isEqualTo(Tale.told("""
                init begins; attends 1 launched; attends registers; runtime 1 launched; init ends; idle;
                invocation 1 starts; attends told of it; invocation 1 answered; invocation 1 completed: SUCCESS;
                idle;
                shuts down: SPINDOWN; runtime 1 sent SIGTERM; runtime 1 ends: exit status 0;
                attends told to shut down: SPINDOWN; attends 1 ends: exit status 0; attends leaves in time;
                terminated: SPINDOWN
                """));
        assertThat(cage.lines()).containsExactly("goodbye");
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void an_extension_that_stays_is_killed_at_its_deadline() {
        Invocation invocation = cage.extension("ignores-shutdown").invoke("{}");
        invocation.awaitReport();
        cage.lambda().shutDown();
        cage.await("ignores-shutdown told to shut down: SPINDOWN", 1);
        cage.advance(Duration.ofMillis(1999));
        String before = cage.lastDeed();
        cage.advance(Duration.ofMillis(1));

        assertThat(invocation.await()).isEqualTo(Told.answer("{}"));
        assertThat(before).isEqualTo("ignores-shutdown told to shut down: SPINDOWN");
        assertThat(cage.taleUpTo("terminated: SPINDOWN")).isEqualTo(Tale.told("""
                init begins; ignores-shutdown 1 launched; ignores-shutdown registers; runtime 1 launched;
                init ends; idle;
                invocation 1 starts; ignores-shutdown told of it; invocation 1 answered;
                invocation 1 completed: SUCCESS; idle;
                shuts down: SPINDOWN; runtime 1 sent SIGTERM; runtime 1 ends: signal: terminated;
                ignores-shutdown told to shut down: SPINDOWN; ignores-shutdown overruns;
                ignores-shutdown 1 sent SIGKILL; ignores-shutdown 1 ends: signal: killed; terminated: SPINDOWN
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "Extension \"ignores-shutdown\" was told to shut down, had not exited at its deadline, "
                                + "and was killed. Exit before the deadline that comes with SHUTDOWN.");
        assertThat(cage.left()).isEmpty();
    }
}
