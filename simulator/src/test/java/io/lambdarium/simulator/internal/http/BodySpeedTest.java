// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.wire.RawClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** How fast a large body is read, beside a bare socket in the same process. Isolated, for it measures. */
@Isolated
class BodySpeedTest {

    private static final byte[] LARGE = new byte[6 * 1024 * 1024];
    private static final String RESPONSE = "/2018-06-01/runtime/invocation/id-1/response";
    private static final int ROUNDS = 15;

    /** Undertow's own receiver takes 32 times as long as the socket does, byte by byte. */
    private static final int GENEROUS = 10;

    @Test
    void a_large_body_takes_little_longer_than_a_bare_socket_needs() throws Exception {
        long bare = Long.MAX_VALUE;
        long ours = Long.MAX_VALUE;

        try (Stage stage = new Stage();
                ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RawClient runtime = stage.client();
            for (int i = 0; i < ROUNDS; i++) {
                bare = Math.min(bare, throughASocket(server));
                ours = Math.min(ours, throughTheApi(stage, runtime));
            }
        }

        assertThat(ours).isLessThan(GENEROUS * bare);
    }

    private static long throughTheApi(Stage stage, RawClient runtime) throws InterruptedException {
        long begin = System.nanoTime();
        runtime.sendPost(RESPONSE, LARGE);
        Call.ResponseBegan began = stage.inbox.await(Call.ResponseBegan.class);
        stage.inbox.take(Input.ResponseEnded.class);
        long took = System.nanoTime() - begin;
        stage.server.answer(began.id(), new Answer.Accepted());
        runtime.receive();
        stage.payloads.take(began.id());
        return took;
    }

    private static long throughASocket(ServerSocket server) throws Exception {
        try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket accepted = server.accept()) {
            long begin = System.nanoTime();
            CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> readAll(accepted));
            client.getOutputStream().write(LARGE);
            assertThat(read.get()).isEqualTo(LARGE.length);
            return System.nanoTime() - begin;
        }
    }

    private static int readAll(Socket socket) {
        try {
            return socket.getInputStream().readNBytes(LARGE.length).length;
        } catch (IOException e) {
            return -1;
        }
    }
}
