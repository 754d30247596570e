// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Ends.assertEveryCallEndedOnce;
import static io.lambdarium.simulator.statements.ExtensionPeer.INIT_ERROR;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertIllegalMove;
import static io.lambdarium.simulator.statements.HonestExtension.assertDone;
import static io.lambdarium.simulator.statements.HonestExtension.assertServed;
import static io.lambdarium.simulator.statements.HonestExtension.assertServedFromTheFirstPoll;
import static io.lambdarium.simulator.statements.HonestExtension.assertServedFromTheStart;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.wire.RawClient;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Extensions that disconnect at every moment. */
class ExtensionHangingUpTest {

    private static final String WAYS = "io.lambdarium.simulator.statements.HangingUpTest#ways";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    private final ExtensionPeer probe = scene.extension("probe");

    @ParameterizedTest
    @MethodSource(WAYS)
    void a_registration_that_ends_after_any_byte_is_none(Consumer<RawClient> hangUp) {
        String register =
                Peer.request("POST", ExtensionPeer.REGISTER, "{\"events\":[]}", "Lambda-Extension-Name: probe");

        hangUpAfterEachByte(register, register.length(), hangUp);

        assertServedFromTheStart(probe);
        assertThat(scene.count(Registered.class)).isOne();
    }

    @ParameterizedTest
    @MethodSource(WAYS)
    void a_poll_that_ends_after_any_byte_is_none(Consumer<RawClient> hangUp) {
        String identifier = probe.register("INVOKE");
        String next = Peer.request("GET", ExtensionPeer.NEXT, "", "Lambda-Extension-Identifier: " + identifier);

        hangUpAfterEachByte(next, next.length(), hangUp);

        assertServedFromTheFirstPoll(probe, identifier);
    }

    @ParameterizedTest
    @MethodSource(WAYS)
    void a_report_whose_head_ends_after_any_byte_is_none(Consumer<RawClient> hangUp) {
        String identifier = probe.register("INVOKE");
        String report = Peer.request(
                "POST",
                INIT_ERROR,
                "{}",
                "Lambda-Extension-Identifier: " + identifier,
                "Lambda-Extension-Function-Error-Type: Extension.Foo");

        hangUpAfterEachByte(report, report.length() - "{}".length(), hangUp);

        assertServedFromTheFirstPoll(probe, identifier);
        assertThat(scene.count(InitErrorReported.class)).isZero();
    }

    private void hangUpAfterEachByte(String request, int most, Consumer<RawClient> hangUp) {
        for (int sent = 0; sent < most; sent++) {
            sendAndHangUp(request.substring(0, sent), hangUp);
        }
    }

    private void sendAndHangUp(String bytes, Consumer<RawClient> hangUp) {
        RawClient client = probe.connect();
        client.send(bytes);
        hangUp.accept(client);
    }

    @Test
    void an_extension_that_does_not_wait_for_its_identifier_is_registered_all_the_same() {
        String register =
                Peer.request("POST", ExtensionPeer.REGISTER, "{\"events\":[]}", "Lambda-Extension-Name: probe");

        sendAndHangUp(register, RawClient::close);

        scene.await(Registered.class);
        assertIllegalMove(probe.tryToRegister(), 179, "Registered to Registered", "probe");
    }

    @ParameterizedTest
    @MethodSource(WAYS)
    void an_extension_that_hangs_up_while_it_waits_misses_the_event_and_cannot_wait_again(Consumer<RawClient> hangUp) {
        String identifier = probe.register("INVOKE");
        Poll dead = probe.next(identifier);
        RuntimePeer runtime = scene.runtime();
        hangUp.accept(dead.client());
        scene.await(CallerGone.class);

        assertIllegalMove(
                probe.askNext("Lambda-Extension-Identifier: " + identifier), 200, "Ready to Ready", identifier);
        Invocation invocation = runtime.takes("{}");

        assertThat(scene.count(ToldToInvoke.class)).isZero();
        assertDone(probe, identifier, runtime, invocation);
    }

    @ParameterizedTest
    @MethodSource(WAYS)
    void an_extension_that_hangs_up_while_the_event_is_on_its_way_can_ask_again(Consumer<RawClient> hangUp) {
        String identifier = probe.register("INVOKE");
        Poll next = probe.next(identifier);
        RuntimePeer runtime = scene.runtime();
        Poll runtimeNext = runtime.next();
        for (int round = 0; round < 20; round++) {
            Invocation invocation = scene.invoke("{}");
            hangUp.accept(next.client());
            runtimeNext.reply();
            runtime.respond(invocation.requestId(), "1");
            next = probe.next(identifier);
            runtimeNext = runtime.next();
            invocation.awaitReport();
        }
        assertServed(new Cast(scene, runtime, runtimeNext, List.of(new Cast.Member(probe, identifier, next))));
    }

    @Test
    void when_the_simulator_is_closed_nobody_is_left_hanging() {
        Poll parked = probe.next(probe.register());
        RawClient silent = probe.connect();
        RawClient half = probe.connect().send("POST " + ExtensionPeer.REGISTER);

        scene.close();

        assertThat(parked.bytesUntilClosed()).isZero();
        silent.awaitEof();
        half.awaitEof();
        assertEveryCallEndedOnce(scene);
    }
}
