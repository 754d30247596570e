// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A handler in Java as a program: a JVM like this one, with the class path of the test, under AWS's own runtime. */
final class JavaHandler {

    /** The main class of AWS's runtime interface client; its argument is the handler. */
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** In bytes; Linux takes arguments of up to 128 KB each. */
    private static final int LONG = 120_000;

    private JavaHandler() {}

    static Bootstrap.Program of(Class<?> handler) {
        return of(handler.getName(), ClassPath.of(System.getProperties()).with(handler));
    }

    static Bootstrap.Program of(String handler) {
        return of(handler, ClassPath.of(System.getProperties()));
    }

    static Bootstrap.Program of(String handler, ClassPath classes) {
        requireClient(handler, classes);
        List<String> arguments = new ArrayList<>(options(Runtime.version().feature()));
        arguments.add(classPath(classes.toString()));
        arguments.add(CLIENT);
        arguments.add(handler);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Bootstrap.Program(java, arguments, Optional.empty(), variables(handler));
    }

    private static void requireClient(String handler, ClassPath classes) {
        String asked = "Cannot run the Java handler " + handler + ": ";
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new SimulatorException(asked + "AWS's runtime interface client runs on Linux only, and this is "
                    + System.getProperty("os.name") + ". Run this test on Linux, or in a container.");
        }
        if (!classes.has(CLIENT)) {
            throw new SimulatorException(asked + "AWS's runtime interface client is not on the class path of the test. "
                    + "Add com.amazonaws:aws-lambda-java-runtime-interface-client, version 2 or newer, with scope test; "
                    + "it brings com.amazonaws:aws-lambda-java-core.");
        }
    }

    /**
     * As Lambda starts Java: one collector thread, one compiler. The client writes framed logs through a private constructor
     * of {@code FileDescriptor}, and newer JVMs would complain about its native library in the function's log.
     */
    private static List<String> options(int feature) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED"));
        if (feature >= 24) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        return options;
    }

    /** In an argument of its own; in a file, if it would be too long. */
    private static String classPath(String classes) {
        String option = "--class-path=" + classes;
        return option.getBytes(StandardCharsets.UTF_8).length < LONG ? option : "@" + argumentFile(option);
    }

    private static Path argumentFile(String argument) {
        try {
            Path file = Files.createTempFile("lambdarium-class-path-", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a managed Java runtime has beside what all have. Source: lifecycle §4.1. */
    private static Map<String, String> variables(String handler) {
        return Map.of(
                "_HANDLER",
                handler,
                "AWS_EXECUTION_ENV",
                "AWS_Lambda_java" + Runtime.version().feature());
    }
}
