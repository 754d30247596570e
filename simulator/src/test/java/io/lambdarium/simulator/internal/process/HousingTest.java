// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.Bootstrap.inProcess;
import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.process.ground.Ground;
import io.lambdarium.simulator.internal.process.ground.Grounds;
import io.lambdarium.simulator.machine.WithProcesses;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousingTest {

    private static final EnvironmentId ENVIRONMENT = new EnvironmentId(7);
    private static final Participant FLUSHER = Participant.extension("flusher");

    private final Inputs inputs = new Inputs();
    private final Housing housing = new Housing(inputs, new Grounds(Optional.empty()), true, Map.of());
    private final Supervisor supervisor = new Supervisor(inputs, () -> null, housing);

    @AfterEach
    void end() {
        supervisor.close();
    }

    @Test
    void bodies_never_rest() {
        assertThat(supervisor.atRest(function("greeter").runtime(inProcess(variables -> {}))))
                .isEqualTo(AtRest.NOTHING);
    }

    @Test
    @WithProcesses
    void programs_are_frozen_if_that_is_wanted_and_can_be_done() {
        Grounds grounds = new Grounds(Optional.empty());
        Housing warm = new Housing(inputs, grounds, false, Map.of());
        LambdaFunction function = function("greeter").runtime(process("bootstrap"));

        assertThat(warm.atRest(function)).isEqualTo(AtRest.READ);
        assertThat(housing.atRest(function))
                .isEqualTo(grounds.isolation().has(Isolation.Capability.FREEZE) ? AtRest.FREEZE : AtRest.READ);
    }

    @Test
    @WithProcesses
    void it_is_said_who_wrote_and_who_exited() throws Exception {
        launch(Participant.RUNTIME, 3, shell("echo hello; exit 4"));

        assertThat(inputs.line()).isEqualTo(new Wrote(Participant.RUNTIME, 3, Stream.OUTPUT, "hello"));
        assertThat(inputs.next(Input.Exited.class)).isEqualTo(new Input.Exited(Participant.RUNTIME, 3, Exit.status(4)));
        assertThat(supervisor.hasSurvivors(ENVIRONMENT)).isFalse();
    }

    @Test
    @WithProcesses
    void a_signal_reaches_a_program() throws Exception {
        launch(FLUSHER, 1, shell("echo ready; exec sleep 1000"));
        inputs.line();

        supervisor.signal(ENVIRONMENT, new Signalled(FLUSHER, 1, Signal.SIGKILL));

        assertThat(inputs.next(Input.Exited.class)).isEqualTo(new Input.Exited(FLUSHER, 1, Exit.by(Signal.SIGKILL)));
    }

    @Test
    @WithProcesses
    void what_cannot_be_launched_has_the_name_that_lambda_has_for_it() throws Exception {
        launch(Participant.RUNTIME, 1, process("/nowhere"));
        assertThat(inputs.next(Input.LaunchFailed.class).failure())
                .isEqualTo(new Failure("Runtime.InvalidEntrypoint", "fork/exec /nowhere: no such file or directory"));

        launch(Participant.RUNTIME, 1, process("/bin/sh").in(Path.of("/nowhere")));
        assertThat(inputs.next(Input.LaunchFailed.class).failure())
                .isEqualTo(new Failure("Runtime.InvalidWorkingDir", "chdir /nowhere: no such file or directory"));

        launch(FLUSHER, 1, process("/nowhere"));
        assertThat(inputs.next(Input.LaunchFailed.class).failure().errorType()).isEqualTo("Extension.LaunchError");
    }

    @Test
    @WithProcesses
    void a_rest_is_answered_even_if_nobody_is_there() throws Exception {
        supervisor.rest(ENVIRONMENT, true);

        assertThat(inputs.next(Input.Rested.class)).isEqualTo(new Input.Rested(false));
    }

    @Test
    @WithProcesses(levels = {Isolation.GROUPS, Isolation.NAMESPACES})
    void the_next_initialization_finds_firm_ground_where_a_keeper_was_lost() throws Exception {
        Bootstrap waiting = shell("echo ready; exec sleep 1000");
        launch(Participant.RUNTIME, 1, waiting);
        inputs.line();
        housing.dwelling(ENVIRONMENT, function("greeter")).ground().destroy();
        assertThat(inputs.next(Input.Exited.class).exit().words()).isEqualTo("signal: killed");

        launch(Participant.RUNTIME, 2, waiting);

        assertThat(inputs.line()).isEqualTo(new Wrote(Participant.RUNTIME, 2, Stream.OUTPUT, "ready"));
    }

    @Test
    @WithProcesses
    void an_environment_that_ended_tells_of_no_exits() throws Exception {
        launch(Participant.RUNTIME, 1, shell("echo ready; exec sleep 1000"));
        inputs.line();

        supervisor.end(ENVIRONMENT);
        supervisor.close();

        assertThat(inputs.left()).noneMatch(Input.Exited.class::isInstance);
    }

    @Test
    @WithProcesses
    void an_interrupt_does_not_keep_the_end_from_being_waited_for() throws Exception {
        launch(Participant.RUNTIME, 1, shell("echo ready; exec sleep 1000"));
        inputs.line();
        Ground ground = housing.dwelling(ENVIRONMENT, function("greeter")).ground();

        Thread.currentThread().interrupt();
        supervisor.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ground.ended()).isCompleted();
    }

    private static Bootstrap shell(String script) {
        return process("/bin/sh", "-c", script);
    }

    private void launch(Participant participant, int generation, Bootstrap bootstrap) {
        LambdaFunction function = participant.equals(Participant.RUNTIME)
                ? function("greeter").runtime(bootstrap)
                : function("greeter").extension(participant.name(), bootstrap);
        supervisor.launch(
                ENVIRONMENT, function, new Launched(participant, generation), Map.of("PATH", "/usr/bin:/bin"));
    }
}
