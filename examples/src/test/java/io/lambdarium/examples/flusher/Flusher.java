// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.flusher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An extension that collects something about each invocation, and ships it when the environment shuts down. */
final class Flusher {

    private static final Pattern REQUEST_ID = Pattern.compile("\"requestId\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final List<String> collected = new ArrayList<>();
    private final Queue<String> shipped;

    /** Ships there. */
    Flusher(Queue<String> shipped) {
        this.shipped = shipped;
    }

    /** What the file {@code /opt/extensions/flusher} does. */
    void run(Map<String, String> variables) throws IOException, InterruptedException {
        String api = "http://" + variables.get("AWS_LAMBDA_RUNTIME_API") + "/2020-01-01/extension";
        HttpRequest next = HttpRequest.newBuilder(URI.create(api + "/event/next"))
                .header("Lambda-Extension-Identifier", register(api))
                .build();
        String event = call(next).body();
        while (!event.contains("\"SHUTDOWN\"")) {
            collect(event);
            event = call(next).body();
        }
        shipped.addAll(collected);
    }

    private String register(String api) throws IOException, InterruptedException {
        HttpRequest register = HttpRequest.newBuilder(URI.create(api + "/register"))
                .header("Lambda-Extension-Name", "flusher")
                .POST(BodyPublishers.ofString("""
                        {"events": ["INVOKE", "SHUTDOWN"]}"""))
                .build();
        return call(register)
                .headers()
                .firstValue("Lambda-Extension-Identifier")
                .orElseThrow();
    }

    private void collect(String event) {
        Matcher requestId = REQUEST_ID.matcher(event);
        if (requestId.find()) {
            collected.add(requestId.group(1));
        }
    }

    /** Whoever asks on and on while Lambda fails burns time that is billed: better to exit. */
    private HttpResponse<String> call(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri().getPath() + " failed with status " + response.statusCode());
        }
        return response;
    }
}
