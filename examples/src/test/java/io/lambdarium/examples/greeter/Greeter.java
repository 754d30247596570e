// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.greeter;

import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A function that greets whoever calls, with the runtime that it runs on. */
final class Greeter {

    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"(\\w+)\"");

    private Greeter() {}

    /** What the file {@code bootstrap} of its deployment package does. */
    static void main(Map<String, String> variables) throws IOException {
        new RuntimeLoop(variables).serve(Greeter::greet);
    }

    static String greet(String event) {
        Matcher name = NAME.matcher(event);
        if (!name.find()) {
            throw new IllegalArgumentException("nobody to greet");
        }
        return """
                {"greeting": "Hello, %s!"}""".formatted(name.group(1));
    }
}
