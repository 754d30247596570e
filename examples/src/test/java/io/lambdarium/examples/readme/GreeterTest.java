// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.readme;

// tag::test[]
import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.inProcess;
import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Simulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

@LambdaSimulator
class GreeterTest {

    @Test
    void greets_whoever_calls(Simulator lambda) {
        lambda.deploy(function("greeter").runtime(inProcess(GreeterTest::bootstrap)));

        assertThat(lambda.invoke("\"Ada\"")).succeeds().withPayload("\"Hello, Ada\"");
    }

    /** A custom runtime, in one method. */
    static void bootstrap(Map<String, String> variables) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        String api = "http://" + variables.get("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
        while (true) {
            HttpResponse<String> event = http.send(request(api + "next").build(), BodyHandlers.ofString());
            String answer = event.body().replaceFirst("\"", "\"Hello, ");
            String id =
                    event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
            http.send(
                    request(api + id + "/response")
                            .POST(BodyPublishers.ofString(answer))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    private static HttpRequest.Builder request(String uri) {
        return HttpRequest.newBuilder(URI.create(uri));
    }
}
// end::test[]
