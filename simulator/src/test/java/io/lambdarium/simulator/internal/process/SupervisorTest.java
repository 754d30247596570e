// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.Input.Exited;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void an_exit_says_whose_it_is_and_of_which_initialization() throws Exception {
        try (Stage stage = new Stage()) {
            stage.launch(Bootstrap.inProcess(variables -> {}), 3);

            ExitsInbox.Told told = stage.inbox.nextTold();

            assertThat(told.environment()).isEqualTo(Stage.ENVIRONMENT);
            assertThat(told.exited()).isEqualTo(new Exited(Participant.RUNTIME, 3, Exit.status(0)));
        }
    }

    @Test
    void an_extension_is_launched_as_its_function_says() throws Exception {
        Participant flusher = Participant.extension("flusher");
        CompletableFuture<String> path = new CompletableFuture<>();
        LambdaFunction function = function("greeter")
                .extension("flusher", Bootstrap.inProcess(variables -> path.complete(variables.get(Bootstrap.ARGV0))));
        try (Stage stage = new Stage()) {
            stage.supervisor.launch(Stage.ENVIRONMENT, function, new Launched(flusher, 1), Map.of());

            assertThat(stage.inbox.next()).isEqualTo(new Exited(flusher, 1, Exit.status(0)));
            assertThat(path.get()).isEqualTo("/opt/extensions/flusher");
        }
    }

    @Test
    void what_the_function_does_not_say_how_to_launch_exits_and_says_what_to_do() throws Exception {
        try (Stage stage = new Stage()) {
            stage.supervisor.launch(
                    Stage.ENVIRONMENT, function("bare"), new Launched(Participant.RUNTIME, 1), Map.of());

            assertThat(stage.exit())
                    .isEqualTo(Exit.status(1)
                            .detail("cannot be launched: function \"bare\" does not say how. "
                                    + "Call runtime(…) on it before it is deployed."));
        }
    }

    @Test
    void a_signal_reaches_only_the_initialization_that_it_is_for() throws Exception {
        Attached attached = Bootstrap.attached();
        Stage stage = new Stage();
        stage.launch(attached, 1);
        stage.launch(attached, 2);
        Attached.Seat first = attached.awaitLaunch(PATIENCE);
        Attached.Seat second = attached.awaitLaunch(PATIENCE);

        stage.signal(Signal.SIGTERM, 2);

        assertThat(first.signals()).isEmpty();
        assertThat(second.signals()).containsExactly(Signal.SIGTERM);
    }

    @Test
    void a_signal_to_nobody_does_nothing() {
        Stage stage = new Stage();

        stage.signal(Signal.SIGKILL);

        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void an_abandoned_body_is_a_survivor_of_its_environment_while_it_runs() throws Exception {
        Gate release = new Gate();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Thread> host = new CompletableFuture<>();
        try (Stage stage = new Stage()) {
            stage.launch(variables -> {
                host.complete(Thread.currentThread());
                SignalledBodyTest.stubborn(release, begun).live(variables);
            });
            begun.await();
            assertThat(stage.hasSurvivors()).isFalse();

            stage.signal(Signal.SIGKILL);

            assertThat(stage.hasSurvivors()).isTrue();
            assertThat(stage.supervisor.hasSurvivors(new EnvironmentId(8))).isFalse();
            release.open();
            host.get().join();
            assertThat(stage.hasSurvivors()).isFalse();
        }
    }

    @Test
    void bodies_see_the_classes_of_whoever_deployed_them() throws Exception {
        CompletableFuture<ClassLoader> seen = new CompletableFuture<>();
        try (Stage stage = new Stage();
                URLClassLoader mine = new URLClassLoader(new URL[0])) {
            stage.classes.set(mine);

            stage.launch(variables -> seen.complete(Thread.currentThread().getContextClassLoader()));

            assertThat(seen.get()).isSameAs(mine);
        }
    }

    @Test
    void closing_kills_everybody_and_tells_of_nobody() throws Exception {
        CompletableFuture<Thread> host = new CompletableFuture<>();
        Attached attached = Bootstrap.attached();
        Stage stage = new Stage();
        stage.launch(attached, 1);
        stage.launch(
                Bootstrap.inProcess(variables -> {
                    host.complete(Thread.currentThread());
                    new Gate().pass();
                }),
                2);
        host.get();

        stage.close();
        host.get().join();

        assertThat(attached.awaitLaunch(PATIENCE).signals()).containsExactly(Signal.SIGKILL);
        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void an_exit_after_the_close_is_not_told() {
        Attached attached = Bootstrap.attached();
        Stage stage = new Stage();
        stage.launch(attached, 1);
        stage.close();

        attached.awaitLaunch(PATIENCE).exit(0);

        assertThat(stage.inbox.isEmpty()).isTrue();
    }

    @Test
    void nobody_is_launched_after_the_close() {
        Stage stage = new Stage();
        stage.close();

        stage.launch(
                variables -> stage.inbox.put(Stage.ENVIRONMENT, new Exited(Participant.RUNTIME, 1, Exit.status(0))));

        assertThat(stage.hasSurvivors()).isFalse();
        assertThat(stage.inbox.isEmpty()).isTrue();
    }
}
