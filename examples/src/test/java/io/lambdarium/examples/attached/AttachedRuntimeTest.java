// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.attached;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.attached;
import static io.lambdarium.simulator.LambdaFunction.function;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

/** The test itself is the runtime: what Lambda says on the wire can be looked at, call by call. */
@LambdaSimulator
class AttachedRuntimeTest {

    private final HttpClient http = HttpClient.newHttpClient();

    // tag::test[]
    @Test
    void the_test_answers_an_invocation_itself(Simulator lambda) throws Exception {
        Attached runtime = attached();
        lambda.deploy(function("manual").runtime(runtime));
        Invocation invocation = lambda.invoke("\"ping\"");
        Attached.Seat seat = runtime.awaitLaunch(ofSeconds(5));
        String api = "http://" + seat.address() + "/2018-06-01/runtime/invocation/";

        HttpResponse<String> event =
                http.send(HttpRequest.newBuilder(URI.create(api + "next")).build(), BodyHandlers.ofString());
        assertThat(event.body()).isEqualTo("\"ping\"");
        assertThat(event.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).hasValue(invocation.requestId());

        URI response = URI.create(api + invocation.requestId() + "/response");
        http.send(
                HttpRequest.newBuilder(response)
                        .POST(BodyPublishers.ofString("\"pong\""))
                        .build(),
                BodyHandlers.discarding());
        assertThat(invocation).succeeds().withPayload("\"pong\"");
    }
    // end::test[]

    @Test
    void a_runtime_that_leaves_without_an_answer_fails_the_invocation(Simulator lambda) {
        Attached runtime = attached();
        lambda.deploy(function("manual").runtime(runtime));
        Invocation invocation = lambda.invoke("{}");

        runtime.awaitLaunch(ofSeconds(5)).exit(3);
        runtime.awaitLaunch(ofSeconds(5)).exit(3); // Lambda tries once more within the invocation

        assertThat(invocation).failsWith("Runtime.ExitError");
        assertThat(lambda).runtime().exitedWith(3);
    }
}
