// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Ends.assertEveryCallEndedOnce;
import static io.lambdarium.simulator.statements.ExtensionPeer.EXIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionPeer.INIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertAccepted;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertIllegalMove;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRefused;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertUnknown;
import static io.lambdarium.simulator.statements.HonestExtension.assertServed;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Extensions that do what none should: two at once, too late, out of turn, all of them together. */
class HostileExtensionTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    @AutoClose("shutdownNow")
    private final ExecutorService crowd = Executors.newFixedThreadPool(8);

    @Test
    void of_many_that_register_under_one_name_one_is_registered() throws Exception {
        ExtensionPeer probe = scene.extension("probe");

        Callable<Reply> attempt = () -> probe.tryToRegister("INVOKE");
        List<Reply> refused = new ArrayList<>();
        for (Future<Reply> reply : crowd.invokeAll(Collections.nCopies(8, attempt))) {
            refused.add(reply.get());
        }
        refused.removeIf(reply -> reply.status() == 200);

        assertThat(refused).hasSize(7);
        refused.forEach(reply -> assertIllegalMove(reply, 179, "Registered to Registered", "probe"));
        assertThat(scene.count(Registered.class)).isOne();
    }

    @Test
    void of_two_that_pose_as_one_extension_one_waits() throws Exception {
        ExtensionPeer probe = scene.extension("probe");
        String identifier = probe.register("INVOKE");
        RuntimePeer runtime = scene.runtime();
        ExecutorCompletionService<Reply> race = new ExecutorCompletionService<>(crowd);
        for (int round = 0; round < 20; round++) {
            race.submit(() -> probe.askNext("Lambda-Extension-Identifier: " + identifier));
            race.submit(() -> probe.askNext("Lambda-Extension-Identifier: " + identifier));

            assertIllegalMove(race.take().get(), 200, "Ready to Ready", identifier);
            String requestId = runtime.takes("{}").requestId();
            assertThat(race.take().get().text()).contains(requestId);
            runtime.respond(requestId, "1");
        }
    }

    @Test
    void requests_that_do_not_wait_for_their_answers_are_answered_in_turn() {
        ExtensionPeer probe = scene.extension("probe");
        String register = Peer.request("POST", ExtensionPeer.REGISTER, "{}", "Lambda-Extension-Name: probe");
        try (RawClient client = probe.connect()) {
            client.send(register + register + Peer.request("GET", ExtensionPeer.NEXT, ""));

            assertThat(client.receive().status()).isEqualTo(200);
            assertIllegalMove(client.receive(), 179, "Registered to Registered", "probe");
            assertThat(client.receive().text()).contains("Extension.MissingExtensionIdentifier");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {INIT_ERROR, EXIT_ERROR})
    void absurd_reports_are_refused_and_reach_no_terminal(String path) {
        ExtensionPeer probe = scene.extension("probe");
        String type = "Extension.Foo\u009b31m\u202e" + "x".repeat(60_000);

        assertRefused(
                probe.report(path, "x".repeat(60_000), type),
                106,
                "Extension.InvalidExtensionIdentifier",
                "Invalid Lambda-Extension-Identifier");
        assertAccepted(probe.report(path, probe.register(), type));

        assertThat(scene.lambda().timeline().text())
                .hasSizeLessThan(10_000)
                .doesNotContain("\u009b")
                .doesNotContain("\u202e");
    }

    @Test
    void while_it_is_told_to_shut_down_an_extension_can_only_wait() {
        Cast cast = Cast.of(scene, "probe: SHUTDOWN");
        cast.shutDown().shutdownEvent();
        ExtensionPeer probe = cast.extension();
        String identifier = cast.member().identifier();

        assertIllegalMove(probe.tryToRegister("INVOKE"), 176, "Running to Registered", "probe");
        assertIllegalMove(probe.report(INIT_ERROR, identifier, "E"), 206, "Running to InitError", identifier);
        assertThat(probe.register("other", new String[0]).text()).contains("Extension.RegistrationClosed");

        probe.exits(0);
        scene.await(Terminated.class);
        assertThat(RawClient.isAnswered(probe.seat().address())).isFalse();
        scene.close();
        assertEveryCallEndedOnce(scene);
    }

    @Test
    void after_a_reset_the_extension_of_before_is_a_stranger() {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        ExtensionPeer probe = cast.extension();
        String identifier = cast.member().identifier();
        probe.exits(1);
        cast.runtime().exits(0);
        scene.await(WasReset.class);

        assertThat(cast.member().next().bytesUntilClosed()).isZero();
        assertUnknown(probe.askNext("Lambda-Extension-Identifier: " + identifier), identifier);
        String unknown = "Unknown Lambda-Extension-Identifier";
        assertRefused(probe.report(EXIT_ERROR, identifier, "E"), 106, "Extension.UnknownExtensionIdentifier", unknown);
        String closed = "Extension registration closed already";
        assertRefused(probe.tryToRegister("INVOKE"), 100, "Extension.RegistrationClosed", closed);
    }

    @Test
    void a_crowd_of_extensions_gone_mad_harms_nobody() throws Exception {
        Cast cast = Cast.of(scene, "probe: INVOKE");
        Set<String> threads = HostileRuntimeTest.ioThreads();

        for (Future<?> madness :
                IntStream.range(0, 8).mapToObj(seed -> goMad(seed, cast)).toList()) {
            madness.get();
        }

        assertThat(HostileRuntimeTest.ioThreads()).isEqualTo(threads);
        assertServed(cast);
    }

    private Future<?> goMad(int seed, Cast cast) {
        Random random = new Random(seed);
        return crowd.submit(() -> {
            for (int i = 0; i < 40; i++) {
                commit(random.nextInt(9), cast);
            }
        });
    }

    /** Everything but an exit error, which would be accepted. */
    private static void commit(int folly, Cast cast) {
        ExtensionPeer probe = cast.extension();
        String identifier = cast.member().identifier();
        String next = Peer.request("GET", ExtensionPeer.NEXT, "", "Lambda-Extension-Identifier: " + identifier);
        switch (folly) {
            case 0 -> probe.tryToRegister("INVOKE");
            case 1 -> probe.tryToRegister("x".repeat(100_000));
            case 2 -> probe.register("other", new String[] {"INVOKE"});
            case 3 -> probe.askNext("Lambda-Extension-Identifier: " + identifier);
            case 4 -> probe.report(INIT_ERROR, identifier, "Extension.Foo");
            case 5 -> probe.report(EXIT_ERROR, "nobody", "Extension.Foo");
            case 6 ->
                probe.connect()
                        .send(RawClient.head("POST", ExtensionPeer.REGISTER))
                        .reset();
            case 7 -> probe.connect().send(next).reset();
            default -> probe.connect().send("\0\u0001\u0002 " + next).close();
        }
    }
}
