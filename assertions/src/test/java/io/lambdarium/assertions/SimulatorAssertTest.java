// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.EventConditions.launched;
import static io.lambdarium.assertions.EventConditions.registered;
import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.inProcess;
import static io.lambdarium.simulator.LambdaFunction.function;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;
import static io.lambdarium.simulator.event.ShutdownReason.FAILURE;
import static io.lambdarium.simulator.event.ShutdownReason.SPINDOWN;
import static io.lambdarium.simulator.event.ShutdownReason.TIMEOUT;
import static io.lambdarium.simulator.event.Subscription.INVOKE;
import static io.lambdarium.simulator.event.Subscription.SHUTDOWN;

import io.lambdarium.fixtures.Extensions;
import io.lambdarium.fixtures.RuntimeClient;
import io.lambdarium.fixtures.Runtimes;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Real lives, in virtual time: whatever is waited for comes because somebody does it, never because time passes. */
class SimulatorAssertTest {

    private final Simulator lambda = Simulator.start(SimulatorOptions.defaults().virtualTime());

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void a_greeter_starts_once_and_serves_twice() {
        lambda.deploy(function("greeter").runtime(Runtimes.echo()).extension("watcher", Extensions.observing()));

        Invocation first = lambda.invoke("\"Ada\"");
        assertThat(first).succeeds().withPayload("\"Ada\"").onAColdStart().completes();
        Invocation second = lambda.invoke("\"Grace\"");
        assertThat(second)
                .succeeds()
                .onAWarmStart()
                .reports()
                .withStatus(Status.SUCCESS)
                .withoutInitDuration();

        assertThat(lambda).runtime().started(1).calls(RUNTIME_NEXT, 3);
        assertThat(lambda)
                .extension("watcher")
                .subscribedTo(INVOKE, SHUTDOWN)
                .wasToldOf(first)
                .wasToldOf(second);
        assertThat(lambda).journal().containsInOrder(registered("watcher"), launched("runtime"));
        assertThat(lambda).startedEnvironments(1).hasNoFindings();
    }

    @Test
    void a_hanging_runtime_costs_exactly_its_timeout() {
        lambda.deploy(function("slow")
                .timeout(Duration.ofSeconds(900))
                .runtime(Runtimes.hanging())
                .extension("watcher", Extensions.observing()));
        Invocation invocation = lambda.invoke("{}");
        assertThat(lambda).extension("watcher").isToldOf(invocation);

        lambda.time().advance(Duration.ofSeconds(900));

        assertThat(invocation).timedOut().after(Duration.ofSeconds(900)).withErrorType("Sandbox.Timedout");
        assertThat(lambda).runtime().isTerminated();
        assertThat(lambda)
                .extension("watcher")
                .isToldToShutDown(TIMEOUT)
                .exitsBeforeItsDeadline()
                .exitsWith(0);
        assertThat(lambda).environments().areReset(1);
    }

    @Test
    void a_crash_is_followed_by_another_generation() {
        lambda.deploy(function("crasher").runtime(Runtimes.crashing(3)).extension("watcher", Extensions.observing()));

        assertThat(lambda.invoke("1")).failsWith("Runtime.ExitError").completes();
        assertThat(lambda.invoke("2")).fails().afterAReset().completes();

        assertThat(lambda).runtime().started(2).inGeneration(2).exitsWith(3);
        assertThat(lambda)
                .extension("watcher")
                .started(2)
                .wasToldToShutDown(FAILURE)
                .exitsBeforeItsDeadline();
        firstLine(() -> assertThat(lambda).runtime().exitsWith(0))
                .isEqualTo("Expected the runtime to exit with status 0, but it ended with exit status 3.");
    }

    @Test
    void an_exit_is_owed_wherever_the_end_has_begun() {
        CompletableFuture<Void> end = new CompletableFuture<>();
        AtomicInteger runtimes = new AtomicInteger();
        lambda.deploy(function("greeter")
                .runtime(inProcess(variables -> linger(
                        variables, runtimes.incrementAndGet() == 2 ? end : CompletableFuture.completedFuture(null))))
                .extension("watcher", Extensions.observing()));
        lambda.initialize(2);
        assertThat(lambda).environments().areInitialized(2);

        lambda.shutDown();
        assertThat(lambda).extension("watcher").isToldToShutDown(SPINDOWN).exitsWith(0);

        firstLine(() -> assertThat(lambda).extension("watcher").exitedBeforeItsDeadline())
                .contains("but it is still to be told to shut down");
        lambda.time().advance(Duration.ofMillis(300));
        assertThat(lambda).extension("watcher").exitsBeforeItsDeadline();
        assertThat(lambda).environments().end();
        end.complete(null);
    }

    /** Asks, and lives on until that end, whatever it is sent. */
    private static void linger(Map<String, String> variables, CompletableFuture<Void> end) throws IOException {
        try (RuntimeClient client = RuntimeClient.of(variables)) {
            client.next();
        } finally {
            end.join();
        }
    }

    @Test
    void a_third_concurrent_invocation_is_throttled() {
        Gate gate = new Gate();
        lambda.deploy(function("busy").concurrency(2).runtime(Runtimes.waitingAt(gate)));

        Invocation first = lambda.invoke("1");
        Invocation second = lambda.invoke("2");
        Invocation third = lambda.invoke("3");

        assertThat(third).wasThrottled();
        assertThat(lambda).startedEnvironments(2);
        gate.open();
        assertThat(first).succeeds();
        assertThat(second).succeeds();
    }

    @Test
    void an_update_ends_what_was_idle() {
        lambda.deploy(function("greeter").runtime(Runtimes.echo()));
        assertThat(lambda.invoke("1")).completes();

        lambda.shutDown();
        assertThat(lambda).environments().areShutDown(SPINDOWN);

        firstLine(() -> assertThat(lambda).runtime().starts(2))
                .isEqualTo("Expected the runtime to start twice, but it started once.");
    }

    @Test
    void when_the_simulator_is_closed_nothing_is_waited_for() {
        lambda.deploy(function("slow").runtime(Runtimes.hanging()));
        Invocation invocation = lambda.invoke("{}");
        lambda.close();

        firstLine(() -> assertThat(invocation).succeeds()).contains("but it was lost: the simulator was closed");
        firstLine(() -> assertThat(lambda).extension("flusher").registers())
                .isEqualTo("Expected extension \"flusher\" to register, but it has not come to life (none of "
                        + "that name is deployed: extension(…) does that, or a layer with the file extensions/flusher), and the simulator "
                        + "is closed.");
    }

    @Test
    void findings_are_failures_that_nobody_asserted() {
        lambda.deploy(function("dead").runtime(Runtimes.exitingAtOnce(1)));
        assertThat(lambda.invoke("{}")).fails().completes();

        message(() -> assertThat(lambda).hasNoFindings())
                .startsWith("Expected the simulator to have no findings, but it has ")
                .contains("The runtime");
    }

    @Test
    void where_one_navigates_to_patience_goes_along() {
        lambda.deploy(function("greeter").runtime(Runtimes.echo()));

        firstLine(() -> assertThat(lambda).waitingUpTo(Duration.ZERO).runtime().starts(1))
                .startsWith("Expected the runtime to start once, but it never started, after 0.000 s of waiting");
        firstLine(() -> assertThat(lambda).waitingUpTo(Duration.ZERO).journal().contains(Launched.class, it -> true))
                .contains("but there is no entry for an event of type ProcessEvent.Launched, after 0.000 s of waiting");
    }
}
