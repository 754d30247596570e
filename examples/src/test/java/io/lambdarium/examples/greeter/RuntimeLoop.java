// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.greeter;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A custom runtime, as small as one can be: takes an event, gives it to a function, answers, and asks for more. */
final class RuntimeLoop {

    private static final int PATIENCE = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final String api;

    RuntimeLoop(Map<String, String> variables) {
        api = "http://" + variables.get("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/invocation/";
    }

    /** Serves until it is told to leave. */
    void serve(UnaryOperator<String> function) throws IOException {
        try {
            while (true) {
                answer(next(), function);
            }
        } catch (InterruptedException toldToLeave) {
            // SIGTERM: whatever needs tidying up goes here
        }
    }

    private void answer(HttpResponse<String> event, UnaryOperator<String> function)
            throws IOException, InterruptedException {
        String request =
                event.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
        try {
            String answer = function.apply(event.body());
            post(to(request + "/response").POST(BodyPublishers.ofString(answer)));
        } catch (IllegalArgumentException e) {
            String error = """
                    {"errorType": "Function.BadEvent", "errorMessage": "%s"}""".formatted(e.getMessage());
            post(to(request + "/error")
                    .header("Lambda-Runtime-Function-Error-Type", "Function.BadEvent") // callers see this one
                    .POST(BodyPublishers.ofString(error)));
        }
    }

    /** Asks again when Lambda stumbles, but not for ever. */
    private HttpResponse<String> next() throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= PATIENCE; attempt++) {
            HttpResponse<String> response = http.send(to("next").build(), BodyHandlers.ofString());
            if (response.statusCode() == 200) {
                return response;
            }
        }
        throw new IOException("Lambda had no event for us, " + PATIENCE + " times in a row");
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(api + path));
    }

    private void post(HttpRequest.Builder call) throws IOException, InterruptedException {
        http.send(call.build(), BodyHandlers.discarding());
    }
}
