// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertIllegalMove;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.RuntimeInitialized;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.wire.Reply;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailedInitTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    static List<Arguments> runtimeExits() {
        return List.of(
                Arguments.of(Exit.status(0), "Runtime exited without providing a reason"),
                Arguments.of(Exit.status(1), "Runtime exited with error: exit status 1"),
                Arguments.of(Exit.by(Signal.SIGKILL), "Runtime exited with error: signal: killed"));
    }

    @ParameterizedTest
    @MethodSource("runtimeExits")
    @Statement({"L-030", "L-031", "L-032", "L-033"})
    void a_runtime_that_always_exits_is_launched_twice_and_the_caller_told_how_it_exited(Exit exit, String words) {
        scene.deploy();
        Invocation invocation = scene.invoke("{}");

        scene.runtime().seat().exit(exit);
        boolean toldAfterTheFirst = invocation.outcome().isPresent();
        scene.runtime().seat().exit(exit);

        assertThat(toldAfterTheFirst).isFalse();
        assertThat(invocation.await()).isEqualTo(failed("Runtime.ExitError", invocation, words));
        assertThat(scene.count(Launched.class)).isEqualTo(2);
    }

    @Test
    @Statement({"L-034", "E-092"})
    void an_init_that_succeeds_the_second_time_ends_in_an_ordinary_response() {
        scene.deploy("probe");
        Invocation invocation = scene.invoke("{}");
        String first = scene.extension("probe").register("INVOKE");
        scene.runtime().exits(1);

        ExtensionPeer again = scene.extension("probe");
        String second = again.register("INVOKE");
        again.next(second);
        RuntimePeer runtime = scene.runtime();
        runtime.next().reply();
        runtime.respond(invocation.requestId(), "done");

        assertThat(second).isNotEqualTo(first);
        assertThat(invocation.await()).isEqualTo(new Outcome.Succeeded(Payload.of("done")));
        assertThat(scene.lambda().journal().events(InitializationStarted.class))
                .extracting(InitializationStarted::phase)
                .containsExactly(InitPhase.INIT, InitPhase.INVOKE);
    }

    @Test
    @Statement({"E-093", "E-094"})
    void if_both_inits_fail_the_caller_is_told_of_the_second() {
        scene.deploy("probe");
        Invocation invocation = scene.invoke("{}");

        scene.extension("probe").exits(16);
        scene.extension("probe").exits(17);

        assertThat(invocation.await()).isEqualTo(failed("Extension.Crash", invocation, "exit status 17"));
    }

    @ParameterizedTest
    @CsvSource({"0, exit code 0", "3, exit status 3"})
    @Statement({"L-039", "L-040"})
    void an_extension_that_exits_before_it_registers_fails_the_init(int status, String words) {
        scene.deploy("probe");
        Invocation invocation = scene.invoke("{}");

        scene.extension("probe").exits(status);
        scene.extension("probe").exits(status);

        assertThat(scene.await(InitializationFailed.class).failure()).isEqualTo(new Failure("Extension.Crash", words));
        assertThat(invocation.await()).isEqualTo(failed("Extension.Crash", invocation, words));
        assertThat(scene.count(RuntimeInitialized.class)).isZero();
    }

    @Test
    @Statement({"L-035", "L-038"})
    void the_body_of_an_init_error_reaches_the_caller_in_place_of_the_exit_but_only_with_the_exit() {
        scene.deploy();
        Invocation invocation = scene.invoke("{}");
        String body = "{\"errorMessage\":\"no <config>\",\"errorType\":\"Exception\",\"stackTrace\":[]}";
        failInit(scene.runtime(), body).exits(1);

        RuntimePeer second = failInit(scene.runtime(), body);
        boolean toldBeforeTheExit = invocation.outcome().isPresent();
        second.exits(1);

        assertThat(toldBeforeTheExit).isFalse();
        assertThat(invocation.await()).isEqualTo(new Outcome.Failed("Runtime.NoConfig", Payload.of(body)));
    }

    @Test
    @Statement("L-037")
    void an_init_error_is_refused_the_second_time_and_after_the_first_call_for_an_event() {
        scene.deploy().initialize();
        RuntimePeer runtime = failInit(scene.runtime(), "{}");
        Reply twice = runtime.failInit("{}");
        runtime.exits(1);
        scene.await(WasReset.class);
        scene.initialize();
        RuntimePeer other = scene.runtime();
        other.next();

        Reply afterNext = other.failInit("{}");

        assertIllegalMove(twice, "InitError", "InitError");
        assertIllegalMove(afterNext, "Ready", "InitError");
    }

    @ParameterizedTest
    @CsvSource({
        ExtensionPeer.INIT_ERROR + ", Extension.InitError, 0, exit code 0",
        ExtensionPeer.EXIT_ERROR + ", Extension.ExitError, 9, exit status 9"
    })
    @Statement({"L-041", "L-042", "E-081", "E-095", "E-086"})
    void what_an_extension_reported_first_is_what_its_exit_is_called(
            String path, String type, int status, String words) {
        scene.deploy("probe");
        Invocation invocation = scene.invoke("{}");

        int reported = failInit(scene.extension("probe"), path, status);
        scene.runtime().exits(0);
        failInit(scene.extension("probe"), path, status);

        assertThat(reported).isEqualTo(202);
        assertThat(invocation.await()).isEqualTo(failed(type, invocation, words));
    }

    private static int failInit(ExtensionPeer peer, String path, int status) {
        int reported =
                peer.report(path, peer.register("INVOKE"), "Extension.Mine").status();
        peer.exits(status);
        return reported;
    }

    private static RuntimePeer failInit(RuntimePeer runtime, String body) {
        runtime.failInit(body, "Lambda-Runtime-Function-Error-Type: Runtime.NoConfig");
        return runtime;
    }

    @Test
    @Statement("E-095")
    void of_two_errors_that_were_reported_the_first_counts_whoever_exits() {
        scene.deploy("first", "second").initialize();
        ExtensionPeer first = scene.extension("first");
        first.report(ExtensionPeer.EXIT_ERROR, first.register(), "Extension.Mine");
        ExtensionPeer second = scene.extension("second");
        second.report(ExtensionPeer.INIT_ERROR, second.register(), "Extension.Mine");

        second.exits(9);

        Failure failure = scene.await(InitializationFailed.class).failure();
        assertThat(failure).isEqualTo(new Failure("Extension.ExitError", "exit status 9"));
    }

    private static Outcome failed(String type, Invocation invocation, String words) {
        return new Outcome.Failed(
                type,
                Payload.of("{\"errorType\":\"" + type + "\",\"errorMessage\":\"RequestId: " + invocation.requestId()
                        + " Error: " + words + "\"}"));
    }
}
