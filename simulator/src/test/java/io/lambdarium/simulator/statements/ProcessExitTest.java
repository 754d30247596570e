// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.PERL)
class ProcessExitTest {

    private static final String EXIT_ERROR =
            "{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":\"RequestId: <id> Error: %s\"}";
    private static final String CRASH =
            "{\"errorType\":\"Extension.Crash\",\"errorMessage\":\"RequestId: <id> Error: %s\"}";

    private static final UnaryOperator<LambdaFunction> TELLING_ALL =
            function -> function.logging(Logging.json().system(Logging.Level.DEBUG));

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement({"L-031", "L-033"})
    void a_runtime_that_exits_with_1_is_started_twice_for_its_first_invocation() {
        puppetry.bootstrap("say_line('started'); exit 1;").deploy();

        String failure = puppetry.failure("1");

        assertThat(failure).isEqualTo(EXIT_ERROR.formatted("Runtime exited with error: exit status 1"));
        assertThat(puppetry.lines()).containsExactly("started", "started");
    }

    @Test
    @Statement("L-030")
    void a_runtime_that_exits_with_0_gives_no_reason() {
        puppetry.bootstrap("exit 0;").deploy();

        assertThat(puppetry.failure("1")).isEqualTo(EXIT_ERROR.formatted("Runtime exited without providing a reason"));
    }

    @Test
    @Statement({"L-032", "L-180"})
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.EXIT_SIGNALS)
    void a_runtime_that_is_killed_is_told_from_one_that_exits_with_137() {
        String killed = puppetry.bootstrap("kill 'KILL', $$;").deploy().failure("1");
        String exited = puppetry.bootstrap("exit 137;").deploy().failure("1");

        assertThat(killed).isEqualTo(EXIT_ERROR.formatted("Runtime exited with error: signal: killed"));
        assertThat(exited).isEqualTo(EXIT_ERROR.formatted("Runtime exited with error: exit status 137"));
    }

    @Test
    @Statement({"L-039", "L-040"})
    void an_extension_that_exits_during_init_crashes_it_whatever_its_status() {
        puppetry.bootstrap(Puppetry.PUPPET);

        String with0 = puppetry.extension("fragile", "exit 0;").deploy().failure("1");
        String with3 = puppetry.extension("fragile", "register(name()); exit 3;")
                .deploy()
                .failure("1");

        assertThat(with0).isEqualTo(CRASH.formatted("exit code 0"));
        assertThat(with3).isEqualTo(CRASH.formatted("exit status 3"));
    }

    @Test
    @Statement("E-090")
    void an_extension_that_exits_before_it_registers_keeps_the_runtime_from_being_done_with_its_init() {
        puppetry.bootstrap(Puppetry.PUPPET);

        String with0 =
                puppetry.extension("fragile", "exit 0;").deploy(TELLING_ALL).failure("1");
        String with3 =
                puppetry.extension("fragile", "exit 3;").deploy(TELLING_ALL).failure("1");

        assertThat(with0).isEqualTo(CRASH.formatted("exit code 0"));
        assertThat(with3).isEqualTo(CRASH.formatted("exit status 3"));
        assertThat(logged("platform.initReport")).hasSize(4);
        assertThat(logged("platform.initRuntimeDone")).isEmpty();
    }

    @Test
    @Statement("E-091")
    void an_extension_that_exits_before_it_polls_lets_the_runtime_be_done_with_an_error() {
        puppetry.bootstrap(Puppetry.PUPPET)
                .extension("fragile", "register(name()); exit 3;")
                .deploy(TELLING_ALL);

        assertThat(puppetry.failure("1")).isEqualTo(CRASH.formatted("exit status 3"));
        assertThat(logged("platform.initRuntimeDone"))
                .hasSize(2)
                .allMatch(line -> line.contains("\"status\":\"error\""));
    }

    @Test
    @Statement({"L-067", "L-068"})
    void a_runtime_that_exits_in_a_handler_gives_its_status_or_no_reason() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy(TELLING_ALL);

        assertThat(puppetry.failure("exit 1"))
                .isEqualTo(EXIT_ERROR.formatted("Runtime exited with error: exit status 1"));
        assertThat(puppetry.failure("exit 0"))
                .isEqualTo(EXIT_ERROR.formatted("Runtime exited without providing a reason"));
        assertThat(logged("platform.runtimeDone")).hasSize(2).allMatch(line -> line.contains("\"status\":\"error\""));
    }

    @Test
    @Statement("L-072")
    void the_death_of_a_child_does_not_matter_to_the_invocation() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        String status = puppetry.tell("my $child = fork // die; kill 'KILL', $$ unless $child; waitpid $child, 0; $?");
        String again = puppetry.tell("'still there'");

        assertThat(status).isEqualTo("9");
        assertThat(again).isEqualTo("still there");
        assertThat(puppetry.scene().count(Launched.class)).isEqualTo(1);
    }

    @Test
    @Statement("L-073")
    void after_a_runtime_has_exited_while_idle_the_next_invocation_initializes_anew_and_succeeds() throws Exception {
        try (Puppetry running = Puppetry.begin(options -> options.freezing(false));
                Gate gate = Gate.shut()) {
            running.bootstrap(Puppetry.PUPPET).deploy();
            running.tell("fork // die or do { pass(%d); kill 'KILL', getppid; exit }".formatted(gate.port()));
            running.scene().await(Idled.class);
            gate.open();
            running.scene().await(WasReset.class);

            assertThat(running.tell("'back'")).isEqualTo("back");
            assertThat(running.scene().count(Broke.class)).isEqualTo(1);
            assertThat(running.scene().count(Launched.class)).isEqualTo(2);
        }
    }

    /** What Lambda says of that kind. */
    private List<String> logged(String type) {
        return puppetry.lambda().log().lines().stream()
                .map(FunctionLog.Line::text)
                .filter(line -> line.contains('"' + type + '"'))
                .toList();
    }
}
