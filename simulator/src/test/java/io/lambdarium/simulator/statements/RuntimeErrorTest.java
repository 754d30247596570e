// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Failed;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeErrorTest {

    private static final String TYPE = "Lambda-Runtime-Function-Error-Type: ";
    private static final String WITH_CAUSE = "Content-Type: application/vnd.aws.lambda.error.cause+json";

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy(Scene.UNHURRIED).initialize();

    private final RuntimePeer runtime = scene.runtime();
    private final Invocation invocation = runtime.takes("{}");

    private Payload callerGets(String body, String... headers) {
        assertAccepted(runtime.fail(invocation.requestId(), body, headers));
        return invocation.await().payload();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Runtime.Foo", "Function.Bar", "MyError", "<&>", ""})
    @Statement("R-080")
    void the_caller_gets_the_error_byte_for_byte_whatever_its_type(String type) {
        String body = " {\"errorMessage\" : \"<ü>\",\n\"x\":1}\u0000";

        assertThat(callerGets(body, TYPE + type)).isEqualTo(Payload.of(body));
    }

    @Test
    @Statement("R-095")
    void an_empty_error_reaches_the_caller_empty() {
        assertThat(callerGets("")).isEqualTo(Payload.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Runtime.Foo", "fooFunction.Barxyz!", "xxRuntime.AbZZ-1"})
    @Statement({"R-082", "R-083"})
    void a_type_that_matches_anywhere_is_kept_as_it_stands(String type) {
        callerGets("{}", TYPE + type);

        assertThat(reported()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Function.T", "Function.bar"})
    @Statement("R-084")
    void another_type_of_the_function_is_unknown(String type) {
        callerGets("{}", TYPE + type);

        assertThat(reported()).isEqualTo("Function.Unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MyError", "runtime.foo", "Extension.X", ""})
    @Statement("R-085")
    void any_other_type_is_unknown(String type) {
        callerGets("{}", TYPE + type);

        assertThat(reported()).isEqualTo("Runtime.Unknown");
    }

    @Test
    @Statement("R-085")
    void a_missing_type_is_unknown() {
        callerGets("{}");

        assertThat(reported()).isEqualTo("Runtime.Unknown");
    }

    /** As the journal has it and as the caller sees it. */
    private String reported() {
        String type = scene.await(ErrorReported.class).errorType();
        assertThat(invocation.await()).isEqualTo(new Failed(type, Payload.of("{}")));
        return type;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'errorMessage':'m','errorType':'t','errorCause':{'a':1},'x':1}|{'errorMessage':'m','errorType':'t'}",
                "{'x':1,'errorType':'t','errorMessage':'m'}|{'errorMessage':'m','errorType':'t'}",
                "{'errorMessage':'m','errorType':'t','stackTrace':[]}|{'errorMessage':'m','errorType':'t'}",
                "{'errorMessage':'m','errorType':'t','stackTrace':['a','b'],'x':1}"
                        + "|{'errorMessage':'m','errorType':'t','stackTrace':['a','b']}"
            },
            quoteCharacter = '~')
    @Statement("R-086")
    void an_error_with_its_cause_is_rewritten(String body, String rewritten) {
        assertThat(callerGets(body.replace('\'', '"'), WITH_CAUSE).text()).isEqualTo(rewritten.replace('\'', '"'));
    }

    @Test
    @Statement("R-087")
    void an_error_with_a_cause_that_is_not_json_is_called_invalid() {
        assertThat(callerGets("not json", WITH_CAUSE).text()).isEqualTo("\"Invalid error body\"");
    }

    @Test
    @Statement("R-088")
    void a_trace_cause_that_is_not_json_is_dropped() {
        Payload told = callerGets("{\"errorType\":\"t\"}", "Lambda-Runtime-Function-XRay-Error-Cause: not json");

        assertThat(told).isEqualTo(Payload.of("{\"errorType\":\"t\"}"));
        assertThat(scene.lambda().timeline().toString()).doesNotContain("not json");
    }

    @Test
    @Statement("R-093")
    void after_an_error_the_runtime_serves_on() {
        callerGets("{}");

        Invocation another = runtime.takes("{}");

        assertAccepted(runtime.respond(another.requestId(), "1"));
        assertThat(another.await()).isEqualTo(new Succeeded(Payload.of("1")));
    }
}
