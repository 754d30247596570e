// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths there are and how each may be asked for, whatever is said there. */
class RuntimeApiPathsTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";
    private static final String RESPONSE = "/2018-06-01/runtime/invocation/id-1/response";
    private static final String ERROR = "/2018-06-01/runtime/invocation/id-1/error";
    private static final String INIT_ERROR = "/2018-06-01/runtime/init/error";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void ping_is_answered_with_pong() {
        Reply reply = stage.client().get("/2018-06-01/ping");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(reply.text()).isEqualTo("pong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/2018-06-01/nope",
                "/2018-06-01/runtime/invocation/next/",
                "/2017-01-01/runtime/invocation/next",
                "/2018-06-01/Runtime/invocation/next",
                "/2018-06-01/runtime/invocation/nex%74",
                "/2018-06-01/runtime/invocation/next;x=1",
                "/2018-06-01/runtime/invocation/a/b/response",
                "//2018-06-01/runtime/invocation/next"
            })
    void a_path_that_does_not_exist_is_not_found(String path) throws InterruptedException {
        Reply reply = stage.client().get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).isEqualTo("404 page not found\n");
        assertThat(reply.headers())
                .contains(
                        entry("Content-Type", "text/plain; charset=utf-8"), entry("X-Content-Type-Options", "nosniff"));
        Call.Settled settled = stage.inbox.take(Call.Settled.class);
        assertThat(settled.endpoint()).isEqualTo(Endpoint.UNKNOWN);
        assertThat(settled.subject()).isEqualTo("GET " + path);
    }

    @ParameterizedTest
    @CsvSource({
        "http://lambda/2018-06-01/ping, 200",
        "http://lambda:9001/2018-06-01/ping?a=b, 200",
        "http://lambda/2018-06-01/pin%67, 404",
        "http://lambda, 404"
    })
    void a_path_with_its_host_before_it_is_as_exact(String target, int status) {
        assertThat(stage.client().get(target).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, " + NEXT + ", GET",
        "PUT, " + NEXT + ", GET",
        "GET, " + RESPONSE + ", POST",
        "GET, " + ERROR + ", POST",
        "GET, " + INIT_ERROR + ", POST"
    })
    void the_wrong_method_is_told_the_right_one(String method, String path, String allowed) {
        Reply reply = stage.client()
                .send(RawClient.head(method, path, "Content-Length: 0") + "\r\n")
                .receive();

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).contains(entry("Allow", allowed), entry("Content-Length", "0"));
    }

    @Test
    void head_is_a_wrong_method() {
        Reply reply = stage.client().send(RawClient.head("HEAD", NEXT) + "\r\n").receive();

        assertThat(reply.status()).isEqualTo(405);
    }

    @Test
    void a_query_is_ignored() throws InterruptedException {
        stage.client().sendGet(NEXT + "?x=1");

        assertThat(stage.inbox.take(Call.RuntimeNext.class)).isNotNull();
    }
}
