// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.wire.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Random requests, most of them broken: each is answered or its connection closed, and nobody else notices. */
class MalformedHttpTest {

    private static final int REQUESTS = 2000;
    private static final String PING = "/2018-06-01/ping";

    private static final List<String> PIECES = List.of(
            "GET ",
            "POST ",
            "HEAD ",
            "CONNECT ",
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            "/2018-06-01/runtime/invocation/next",
            "/2018-06-01/runtime/invocation/id-1/response",
            "/2018-06-01/runtime/invocation/id-1/error",
            "/2020-01-01/extension/register",
            "/2020-01-01/extension/event/next",
            PING,
            "http://lambda/2018-06-01/ping",
            "*",
            "?a=b&c=%zz",
            "%00%ff;x=y",
            " HTTP/1.1\r\n",
            " HTTP/1.0\r\n",
            " HTTP/9.9\r\n",
            "Host: lambda\r\n",
            "Host: la mb:da\r\n",
            "Content-Length: 5\r\n",
            "Content-Length: -1\r\n",
            "Content-Length: 99999999999999999999\r\n",
            "Content-Length: 0x5\r\n",
            "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: gzip\r\n",
            "Expect: 100-continue\r\n",
            "Connection: close\r\n",
            "Connection: Upgrade\r\nUpgrade: h2c\r\n",
            "Lambda-Extension-Name: probe\r\n",
            "Lambda-Extension-Identifier: 32960e11-3821-40d6-bffb-84c924d57302\r\n",
            ": no name\r\n",
            "\r\n",
            "\r\n\r\n",
            "5\r\nhello\r\n",
            "0\r\n\r\n",
            "ffffffff\r\n",
            "{\"events\":[",
            "\0\u0001\u007f\u00ff");

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void no_request_hangs_and_the_server_survives_them_all() {
        Random random = new Random(20_261_120);

        for (int i = 0; i < REQUESTS; i++) {
            sendAndReadToTheEnd(request(random));
        }

        assertThat(stage.client().get(PING).text()).isEqualTo("pong");
    }

    private static String request(Random random) {
        StringBuilder request = new StringBuilder();
        if (random.nextInt(3) > 0) {
            request.append(RawClient.head(random.nextBoolean() ? "GET" : "POST", path(random)));
        }
        for (int pieces = random.nextInt(8); pieces >= 0; pieces--) {
            request.append(piece(random));
        }
        if (random.nextInt(4) > 0) {
            request.append("\r\n\r\n");
        }
        return request.toString();
    }

    private static String path(Random random) {
        return PIECES.get(5 + random.nextInt(8));
    }

    private static String piece(Random random) {
        return random.nextInt(10) == 0 ? noise(random) : PIECES.get(random.nextInt(PIECES.size()));
    }

    private static String noise(Random random) {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        return new String(noise, StandardCharsets.ISO_8859_1);
    }

    /** Parked calls end too, for whoever closes its half while it is parked has hung up. */
    private void sendAndReadToTheEnd(String request) {
        try (RawClient client = RawClient.connect(stage.address())) {
            client.send(request).halfClose().awaitEof();
        } catch (UncheckedIOException e) {
            assertThat(e.getCause()).as(request).isInstanceOf(IOException.class).hasMessageNotContaining("timed out");
        }
    }
}
