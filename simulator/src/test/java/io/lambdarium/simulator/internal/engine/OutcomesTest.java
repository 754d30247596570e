// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    @Test
    void a_crash_names_the_type_before_the_message_and_the_request_in_it() {
        Failed crash = new Failed("r-1", new Failure("Runtime.ExitError", "Runtime exited with error: exit status 3"));

        assertThat(Outcomes.of(crash).payload().text())
                .isEqualTo("{\"errorType\":\"Runtime.ExitError\",\"errorMessage\":"
                        + "\"RequestId: r-1 Error: Runtime exited with error: exit status 3\"}");
    }

    @Test
    void a_timeout_is_told_in_seconds_with_two_decimals() {
        assertThat(Outcomes.of(new TimedOut("r-1", Duration.ofSeconds(900)))
                        .payload()
                        .text())
                .contains("Task timed out after 900.00 seconds");
    }

    @Test
    void an_oversized_response_names_the_message_first_and_no_request() {
        Failed tooLarge = new Failed("r-1", new Failure("Function.ResponseSizeTooLarge", "too large."));

        assertThat(Outcomes.of(tooLarge).payload().text())
                .isEqualTo("{\"errorMessage\":\"too large.\",\"errorType\":\"Function.ResponseSizeTooLarge\"}");
    }

    @Test
    void an_error_without_a_message_has_a_type_alone() {
        Failed truncated = new Failed("r-1", new Failure("Runtime.TruncatedResponse", ""));

        assertThat(Outcomes.of(truncated).payload().text()).isEqualTo("{\"errorType\":\"Runtime.TruncatedResponse\"}");
    }

    @Test
    void what_an_extension_calls_its_error_cannot_break_the_json() {
        Failed crash = new Failed("r-1", new Failure("Extension.Foo\",\"a\\", "exit status 3"));

        assertThat(Outcomes.of(crash).payload().text())
                .isEqualTo("{\"errorType\":\"Extension.Foo\\\",\\\"a\\\\\",\"errorMessage\":"
                        + "\"RequestId: r-1 Error: exit status 3\"}");
    }

    @Test
    void a_throttled_caller_is_told_which_limit_it_was() {
        assertThat(Outcomes.of(new Throttled("r-1", "ConcurrentInvocationLimitExceeded"))
                        .payload()
                        .text())
                .isEqualTo("{\"Type\":\"User\",\"message\":\"Rate Exceeded.\","
                        + "\"Reason\":\"ConcurrentInvocationLimitExceeded\"}");
    }
}
