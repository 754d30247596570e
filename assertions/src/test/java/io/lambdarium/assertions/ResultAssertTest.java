// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultAssertTest {

    private final Diary diary = new Diary();
    private final Plea plea = Plea.in(diary);

    private void succeed() {
        diary.write(plea.requested(), plea.assigned(Start.COLD)).at(60).write(plea.started());
        diary.at(72).write(plea.responded());
    }

    @Test
    void payloads_of_the_same_meaning_are_the_same() {
        succeed();

        assertThat(plea).withPayload("{\"b\":[1,2],\"a\":1.0}").withPayloadContaining("[1, 2]");
        message(() -> assertThat(plea).withPayload("{\"a\": 1, \"b\": [2, 1]}")).isEqualTo("""
                Expected invocation 7f3c of function "slow" to have the payload {"a": 1, "b": [2, 1]}, but it succeeded with {"a": 1, "b": [1, 2]}.

                    +0.000  invocation  7f3c requested, 2 bytes; given to environment 1, a cold start
                    +0.060  invocation  7f3c started; must end by +3.060
                  → +0.072  invocation  7f3c answered, 21 bytes""");
    }

    @Test
    void bytes_are_compared_where_they_are_asked_for() {
        succeed();

        assertThat(plea).withPayload(Payload.of("{\"a\": 1, \"b\": [1, 2]}"));
        firstLine(() -> assertThat(plea).withPayload(Payload.of("{\"a\":1,\"b\":[1,2]}")))
                .isEqualTo("Expected invocation 7f3c of function \"slow\" to have exactly the payload "
                        + "{\"a\":1,\"b\":[1,2]}, but it succeeded with {\"a\": 1, \"b\": [1, 2]}.");
    }

    @Test
    void what_is_not_json_is_compared_as_text() {
        Plea plain = Plea.in(diary, "hello");
        diary.write(plain.requested(), plain.responded());

        assertThat(plain).withPayload("hello");
        firstLine(() -> assertThat(plain).withPayload("\"hello\"")).contains("but it succeeded with hello.");
        firstLine(() -> assertThat(plain).withPayloadContaining("help\n"))
                .contains("to have a payload that contains \"help\\u000a\", but");
    }

    @Test
    void payloads_lead_to_the_assertions_of_assertj() {
        succeed();

        assertThat(plea).payload().startsWith("{").endsWith("}");
        firstLine(() -> assertThat(Plea.in(new Diary())).payload())
                .contains("to have a payload, but it waits for an environment.");
    }

    @Test
    void errors_have_a_type_and_a_message() {
        Plea erring = Plea.in(diary, "{\"errorType\":\"Ignored\",\"errorMessage\":\"no such user\"}");
        diary.write(erring.requested(), erring.erred());

        assertThat(erring)
                .fails()
                .withErrorType("User.Unknown")
                .withErrorMessage("no such user")
                .withErrorMessageContaining("such");
        firstLine(() -> assertThat(erring).withErrorMessage("no such"))
                .contains("to have the error message \"no such\"");
        firstLine(() -> assertThat(erring).withErrorMessageContaining("Ada")).contains("that contains \"Ada\"");
        firstLine(() -> assertThat(erring).withErrorType("Ignored")).contains("to have the error type \"Ignored\"");
    }

    @Test
    void what_succeeded_has_no_error_whatever_its_payload_looks_like() {
        Plea lost = Plea.in(diary, "{\"errorType\":\"User.Unknown\",\"errorMessage\":\"no such user\"}");
        diary.write(lost.requested(), lost.responded());

        firstLine(() -> assertThat(lost).withErrorType("User.Unknown"))
                .isEqualTo(
                        "Expected invocation 7f3c of function \"slow\" to have the error type \"User.Unknown\", but it "
                                + "succeeded with {\"errorType\":\"User.Unknown\",\"errorMessage\":\"no such user\"}; an error is "
                                + "what the runtime posts to /error.");
        firstLine(() -> assertThat(lost).withErrorMessage("no such user")).endsWith("posts to /error.");
        firstLine(() -> assertThat(lost).withErrorMessageContaining("such")).endsWith("posts to /error.");
    }

    @Test
    void starts_are_told_apart() {
        succeed();

        assertThat(plea).onAColdStart();
        message(() -> assertThat(plea).onAWarmStart()).isEqualTo("""
                Expected invocation 7f3c of function "slow" to begin with a warm start, but it was a cold start.

                  → +0.000  invocation  7f3c requested, 2 bytes; given to environment 1, a cold start
                    +0.060  invocation  7f3c started; must end by +3.060
                    +0.072  invocation  7f3c answered, 21 bytes""");
        firstLine(() -> assertThat(plea).afterAReset())
                .contains("to begin with a start after a reset, but it was a cold start.");
    }

    @Test
    void time_is_exact_or_limited() {
        succeed();

        assertThat(plea).after(Duration.ofMillis(72)).within(Duration.ofMillis(72));
        firstLine(() -> assertThat(plea).after(Duration.ofNanos(72_000_001)))
                .contains("to have ended after exactly 0.072000001 s, but it ended after 0.072 s.");
        firstLine(() -> assertThat(plea).within(Duration.ofMillis(71)))
                .contains("to have ended within 0.071 s, but it ended after 0.072 s.");
    }

    @Test
    void on_something_unfinished_the_assertions_that_wait_are_named() {
        diary.write(plea.requested());

        message(() -> assertThat(plea).withPayload("1"))
                .endsWith("This looked only once; succeeds(), fails() or timesOut() would wait.");
    }
}
