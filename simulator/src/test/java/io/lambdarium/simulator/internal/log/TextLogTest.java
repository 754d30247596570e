// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.MemoryUsed;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextLogTest {

    private static final Participant FLUSHER = Participant.extension("flusher");
    private static final String INIT_START = "INIT_START Runtime Version: provided:al2023.v0\t"
            + "Runtime Version ARN: arn:aws:lambda:us-east-1::runtime:" + "0".repeat(64) + "\n";

    private final Ledger ledger = Ledger.of(function("greeter").memory(256));

    @Test
    void a_cold_start_and_a_warm_one() {
        ledger.coldAndWarm();

        assertThat(ledger.text()).isEqualTo(INIT_START + """
                START RequestId: r-1 Version: $LATEST
                END RequestId: r-1
                REPORT RequestId: r-1\tDuration: 12.01 ms\tBilled Duration: 123 ms\tMemory Size: 256 MB\tMax Memory Used: 256 MB\tInit Duration: 110.10 ms\t
                START RequestId: r-2 Version: $LATEST
                END RequestId: r-2
                REPORT RequestId: r-2\tDuration: 4.00 ms\tBilled Duration: 4 ms\tMemory Size: 256 MB\tMax Memory Used: 256 MB\t
                """);
    }

    @Test
    void output_stands_between_the_lines_of_lambda() {
        ledger.starts().writes("starting").initialized(Duration.ZERO).invokes("r-1");
        ledger.writes("serving \u001b[1mAda").completes("r-1", Duration.ZERO, Optional.empty());

        assertThat(ledger.text().lines())
                .map(line -> line.replaceFirst("[ \t].*", ""))
                .containsExactly("INIT_START", "starting", "START", "serving", "END", "REPORT");
        assertThat(ledger.text()).contains("\nserving \u001b[1mAda\n");
    }

    @Test
    void extensions_are_listed_when_an_initialization_is_over() {
        ledger.starts().write(new Launched(FLUSHER, 1));
        ledger.write(
                new Registered(FLUSHER, "f1", Set.of(Subscription.SHUTDOWN, Subscription.INVOKE)),
                new Registered(Participant.internalExtension("inside"), "i1", Set.of()),
                new Ready(FLUSHER),
                new Ready(Participant.internalExtension("inside")));

        ledger.initialized(Duration.ZERO);

        assertThat(ledger.text()).isEqualTo(INIT_START + """
                EXTENSION\tName: flusher\tState: Ready\tEvents: [INVOKE, SHUTDOWN]
                EXTENSION\tName: inside\tState: Ready\tEvents: []
                """);
    }

    @Test
    void an_initialization_that_failed_is_reported_with_how_far_everyone_came() {
        Participant mute = Participant.extension("mute");
        Participant broken = Participant.extension("broken");
        ledger.starts().write(new Launched(FLUSHER, 1), new Launched(mute, 1), new Launched(broken, 1));
        ledger.write(
                new Registered(FLUSHER, "f1", Set.of(Subscription.SHUTDOWN)),
                new InitErrorReported(FLUSHER, new CallId(1), "Flusher.Full"),
                new LaunchFailed(
                        broken,
                        1,
                        new Failure("Extension.LaunchError", "fork/exec /opt/extensions/broken: permission denied")));

        ledger.write(new InitializationFailed(
                InitPhase.INIT, new Failure("Extension.Crash", "exit code 0"), Duration.ofNanos(1_236_040_000)));

        assertThat(ledger.text()).isEqualTo(INIT_START + """
                EXTENSION\tName: flusher\tState: InitError\tEvents: [SHUTDOWN]\tError Type: Flusher.Full
                EXTENSION\tName: mute\tState: Started\tEvents: []
                EXTENSION\tName: broken\tState: LaunchError\tEvents: []\tError Type: PermissionDenied
                INIT_REPORT Init Duration: 1236.04 ms\tPhase: init\tStatus: error\tError Type: Extension.Crash
                """);
    }

    @Test
    void an_initialization_inside_an_invocation_is_told_of_only_if_it_fails() {
        ledger.starts().write(new InitializationTimedOut(InitPhase.INIT, Duration.ofSeconds(10)), new WasReset());
        ledger.write(new InitializationStarted(InitPhase.INVOKE, ledger.began()));
        ledger.write(new Initialized(InitPhase.INVOKE, Duration.ofMillis(5)), new WasReset());
        ledger.write(new InitializationStarted(InitPhase.INVOKE, ledger.began()));

        ledger.write(new InitializationTimedOut(InitPhase.INVOKE, Duration.ofSeconds(3)));

        assertThat(ledger.text()).isEqualTo(INIT_START + """
                INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout
                INIT_REPORT Init Duration: 3000.00 ms\tPhase: invoke\tStatus: timeout
                """);
    }

    @Test
    void a_report_says_at_its_end_what_went_wrong() {
        ledger.write(
                new Completed("r-1", Status.ERROR, "Runtime.ExitError", Duration.ofNanos(1_000_500), Optional.empty()));
        ledger.write(new Completed("r-2", Status.TIMEOUT, "Sandbox.Timedout", Duration.ofSeconds(3), Optional.empty()));

        assertThat(ledger.text()).isEqualTo("""
                END RequestId: r-1
                REPORT RequestId: r-1\tDuration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 256 MB\tMax Memory Used: 256 MB\tStatus: error\tError Type: Runtime.ExitError
                END RequestId: r-2
                REPORT RequestId: r-2\tDuration: 3000.00 ms\tBilled Duration: 3000 ms\tMemory Size: 256 MB\tMax Memory Used: 256 MB\tStatus: timeout
                """);
    }

    @Test
    void an_initialization_is_billed_unless_it_is_said_otherwise() {
        ledger.startedWith(SimulatorOptions.defaults().initBilled(false)).coldAndWarm();

        assertThat(ledger.text()).contains("Billed Duration: 13 ms\t", "Init Duration: 110.10 ms\t");
    }

    @Test
    void memory_is_the_most_that_the_environment_ever_used() {
        ledger.write(new MemoryUsed(36 << 20), new MemoryUsed((36 << 20) - 1));
        ledger.in(2).write(new MemoryUsed(1));
        ledger.in(3).write(new MemoryUsed(300 << 20));

        ledger.in(1).completes("r-1", Duration.ZERO, Optional.empty());
        ledger.in(2).completes("r-2", Duration.ZERO, Optional.empty());
        ledger.in(3).completes("r-3", Duration.ZERO, Optional.empty());

        assertThat(ledger.text())
                .containsSubsequence("Max Memory Used: 36 MB", "Max Memory Used: 1 MB", "Max Memory Used: 256 MB");
    }
}
