// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.wire.RawClient;
import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsApiTest {

    private static final String REGISTER = "/2020-01-01/extension/register";
    private static final String NEXT = "/2020-01-01/extension/event/next";
    private static final String INIT_ERROR = "/2020-01-01/extension/init/error";
    private static final String ID = "Lambda-Extension-Identifier: 32960e11-3821-40d6-bffb-84c924d57302";

    @AutoClose
    private final Stage stage = new Stage();

    @Test
    void an_extension_registers_by_name_for_events() throws InterruptedException {
        RawClient extension = stage.client()
                .sendPost(REGISTER, "{\"events\":[\"INVOKE\",\"x\"]}".getBytes(), "Lambda-Extension-Name: flusher");
        Call.Register call =
                stage.answer(Call.Register.class, new Answer.Registered("id", "f", "$LATEST", "app.<handler>", ""));

        Reply reply = extension.receive();

        assertThat(call.name()).isEqualTo("flusher");
        assertThat(call.events()).containsExactly("INVOKE", "x");
        assertThat(call.wantsAccount()).isFalse();
        assertThat(reply.header("Lambda-Extension-Identifier")).isEqualTo("id");
        assertThat(reply.text())
                .isEqualTo("{\"functionName\":\"f\",\"functionVersion\":\"$LATEST\","
                        + "\"handler\":\"app.\\u003chandler\\u003e\"}\n");
    }

    @ParameterizedTest
    @CsvSource({"accountId, true", "'foo, accountId', true", "accountid, false", "foo, false"})
    void the_account_is_asked_for_by_feature(String feature, boolean asked) throws InterruptedException {
        stage.client()
                .sendPost(
                        REGISTER,
                        "{}".getBytes(),
                        "Lambda-Extension-Name: probe",
                        "Lambda-Extension-Accept-Feature: " + feature);

        Call.Register call = stage.inbox.take(Call.Register.class);

        assertThat(call.wantsAccount()).isEqualTo(asked);
        assertThat(call.events()).isEmpty();
    }

    @Test
    void the_account_comes_first() throws InterruptedException {
        RawClient extension = stage.client().sendPost(REGISTER, "{}".getBytes(), "Lambda-Extension-Name: probe");
        stage.answer(Call.Register.class, new Answer.Registered("id", "f", "1", "", "123456789012"));

        String body = extension.receive().text();

        assertThat(body)
                .isEqualTo("{\"accountId\":\"123456789012\",\"functionName\":\"f\","
                        + "\"functionVersion\":\"1\",\"handler\":\"\"}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Nothing: 1", "Lambda-Extension-Name:", "Lambda-Extension-Name: "})
    void a_missing_name_counts_more_than_a_bad_body(String header) {
        Reply reply = stage.client().post(REGISTER, "abc", header);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text())
                .isEqualTo("{\"errorMessage\":\"Empty extension name\","
                        + "\"errorType\":\"Extension.InvalidExtensionName\"}\n")
                .hasSize(85);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|unexpected end of JSON input",
                "{|unexpected end of JSON input",
                "abc|invalid character 'a' looking for beginning of value",
                "{} x|invalid character 'x' after top-level value",
                "{\"configurationKeys\":[\"a\"]}|configurationKeys are deprecated; use environment variables instead"
            })
    void a_malformed_body_is_refused_in_the_words_of_go(String body, String words) {
        Reply reply = stage.client().post(REGISTER, body, "Lambda-Extension-Name: probe");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text())
                .isEqualTo("{\"errorMessage\":\"" + words + "\",\"errorType\":\"InvalidRequestFormat\"}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "32960E11-3821-40D6-BFFB-84C924D57302",
                "{32960e11-3821-40d6-bffb-84c924d57302}",
                "urn:uuid:32960e11-3821-40d6-bffb-84c924d57302",
                "32960e11382140d6bffb84c924d57302"
            })
    void an_identifier_may_be_written_in_several_ways(String written) throws InterruptedException {
        stage.client().sendGet(NEXT, "Lambda-Extension-Identifier: " + written);

        Call.ExtensionNext next = stage.inbox.take(Call.ExtensionNext.class);

        assertThat(next.identifier()).isEqualTo("32960e11-3821-40d6-bffb-84c924d57302");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Nothing: 1, Missing Lambda-Extension-Identifier header, Extension.MissingExtensionIdentifier",
        "Lambda-Extension-Identifier:, Missing Lambda-Extension-Identifier header, Extension.MissingExtensionIdentifier",
        "Lambda-Extension-Identifier: nope, Invalid Lambda-Extension-Identifier, Extension.InvalidExtensionIdentifier"
    })
    void nobody_gets_events_without_a_proper_identifier(String header, String message, String type) {
        Reply reply = stage.client().get(NEXT, header);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).isEqualTo("{\"errorMessage\":\"" + message + "\",\"errorType\":\"" + type + "\"}\n");
    }

    @Test
    void an_invocation_is_told_as_json_without_a_line_end() throws InterruptedException {
        RawClient extension = stage.client().sendGet(NEXT, ID);
        InvocationRequest request = new InvocationRequest("r", "arn", "Root=1", "", "", "", "", 0);
        stage.answer(Call.ExtensionNext.class, new Answer.InvokeEvent("e-1", request, Stage.DEADLINE));

        Reply reply = extension.receive();

        assertThat(reply.text())
                .isEqualTo("{\"eventType\":\"INVOKE\",\"deadlineMs\":1795143843067,\"requestId\":\"r\","
                        + "\"invokedFunctionArn\":\"arn\","
                        + "\"tracing\":{\"type\":\"X-Amzn-Trace-Id\",\"value\":\"Root=1\"}}");
        assertThat(reply.headers())
                .contains(entry("Content-Type", "application/json"), entry("Lambda-Extension-Event-Identifier", "e-1"));
    }

    @Test
    void an_invocation_without_a_trace_has_no_tracing() throws InterruptedException {
        RawClient extension = stage.client().sendGet(NEXT, ID);
        InvocationRequest request = new InvocationRequest("r", "arn", "", "", "", "", "", 0);
        stage.answer(Call.ExtensionNext.class, new Answer.InvokeEvent("e-1", request, Stage.DEADLINE));

        assertThat(extension.receive().text()).endsWith("\"invokedFunctionArn\":\"arn\"}");
    }

    @Test
    void a_shutdown_is_told_as_text_and_has_no_identifier() throws InterruptedException {
        RawClient extension = stage.client().sendGet(NEXT, ID);
        stage.answer(Call.ExtensionNext.class, new Answer.ShutdownEvent(ShutdownReason.TIMEOUT, Stage.DEADLINE));

        Reply reply = extension.receive();

        assertThat(reply.text())
                .isEqualTo("{\"eventType\":\"SHUTDOWN\",\"deadlineMs\":1795143843067,\"shutdownReason\":\"timeout\"}")
                .hasSize(78);
        assertThat(reply.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        assertThat(reply.headers()).doesNotContainKey("Lambda-Extension-Event-Identifier");
    }

    @ParameterizedTest
    @CsvSource({INIT_ERROR + ", EXTENSION_INIT_ERROR", "/2020-01-01/extension/exit/error, EXTENSION_EXIT_ERROR"})
    void an_error_is_heard_whatever_its_body_is(String path, Endpoint endpoint) throws InterruptedException {
        RawClient extension = stage.client()
                .sendPost(path, "not json".getBytes(), ID, "Lambda-Extension-Function-Error-Type: Extension.Bad");
        Call.ExtensionError error = stage.answer(Call.ExtensionError.class, new Answer.Accepted());

        assertThat(extension.receive().status()).isEqualTo(202);
        assertThat(error.endpoint()).isEqualTo(endpoint);
        assertThat(error.errorType()).isEqualTo("Extension.Bad");
    }

    @Test
    void an_error_must_have_a_type() {
        Reply reply = stage.client().post(INIT_ERROR, "{}", ID);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text())
                .isEqualTo("{\"errorMessage\":\"Lambda-Extension-Function-Error-Type not found\","
                        + "\"errorType\":\"Extension.MissingHeader\"}\n")
                .hasSize(104);
    }

    @Test
    void an_error_without_an_identifier_is_refused_for_that_first() {
        Reply reply = stage.client().post(INIT_ERROR, "{}");

        assertThat(reply.text())
                .contains("Extension.MissingExtensionIdentifier")
                .hasSize(113);
    }
}
