// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertNotFound;
import static io.lambdarium.simulator.statements.Replies.assertWrongMethod;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy(Scene.UNHURRIED).initialize();

    private final RuntimePeer runtime = scene.runtime();

    @ParameterizedTest
    @EnumSource
    @Statement("R-001")
    void an_unknown_path_is_not_found_whatever_the_runtime_is_at(Moment moment) {
        moment.come(runtime);

        Reply reply = runtime.ask("GET", "/2018-06-01/nope", "");

        assertNotFound(reply);
    }

    @Test
    @Statement("R-002")
    void a_trailing_slash_makes_a_path_unknown() {
        assertNotFound(runtime.ask("GET", RuntimePeer.NEXT + "/", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/2017-01-01/runtime/invocation/next", "/"})
    @Statement("R-003")
    void another_version_or_none_is_not_found(String path) {
        assertNotFound(runtime.ask("GET", path, ""));
    }

    @Test
    @Statement("R-004")
    void the_next_invocation_cannot_be_posted() {
        assertWrongMethod(runtime.ask("POST", RuntimePeer.NEXT, ""), "GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invocation/%s/response", "invocation/%s/error", "init/error"})
    @Statement("R-005")
    void reports_cannot_be_got(String operation) {
        String requestId = Moment.RUNNING.come(runtime);

        Reply reply = runtime.ask("GET", "/2018-06-01/runtime/" + operation.formatted(requestId), "");

        assertWrongMethod(reply, "POST");
    }

    @Test
    @Statement("R-006")
    void the_head_of_the_next_invocation_cannot_be_asked_for() {
        assertWrongMethod(runtime.ask("HEAD", RuntimePeer.NEXT, ""), "GET");
    }

    @Test
    @Statement("R-007")
    void a_ping_is_answered_with_pong_and_no_newline() {
        Reply reply = runtime.ask("GET", "/2018-06-01/ping", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(reply.text()).isEqualTo("pong");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /2018-06-01/runtime/restore/next",
        "POST, /2018-06-01/runtime/restore/error",
        "GET, /2021-04-23/credentials"
    })
    @Statement("R-012")
    void what_serves_snapstart_is_not_there_without_it(String method, String path) {
        assertNotFound(runtime.ask(method, path, ""));
    }
}
