// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.jvm;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.internal.deployment.Contents;
import io.lambdarium.simulator.internal.deployment.Fingerprint;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A handler in Java as a program: a JVM like this one, with the class path of the test, under AWS's own runtime. */
public final class JavaHandler {

    /** The main class of AWS's runtime interface client; its argument is the handler. */
    private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    /** In bytes; Linux takes arguments of up to 128 KB each. */
    private static final int LONG = 120_000;

    private JavaHandler() {}

    /** Of a class that is one. */
    public static Bootstrap.Program of(Class<?> handler) {
        requireMadeByEverybody(handler);
        return of(handler.getName(), ClassPath.of(System.getProperties()).with(handler));
    }

    /** Of a name, as Lambda's setting has it. */
    public static Bootstrap.Program of(String handler) {
        return of(handler, ClassPath.of(System.getProperties()));
    }

    static Bootstrap.Program of(String handler, ClassPath classes) {
        requireClient(handler, classes);
        List<String> arguments = new ArrayList<>(options(Runtime.version().feature()));
        NativeLibrary.here().in(classes).ifPresent(arguments::add);
        arguments.add(classPath(classes.toString()));
        arguments.add(CLIENT);
        arguments.add(handler);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Bootstrap.Program(java, arguments, Optional.empty(), variables(handler, classes));
    }

    /** AWS's client would find that out in another process. */
    private static void requireMadeByEverybody(Class<?> handler) {
        boolean made = Modifier.isPublic(handler.getModifiers())
                && !Modifier.isAbstract(handler.getModifiers())
                && Arrays.stream(handler.getConstructors())
                        .anyMatch(constructor -> constructor.getParameterCount() == 0);
        if (!made) {
            throw new SimulatorException(
                    "Cannot run the Java handler " + handler.getName() + ": Lambda makes one by a public "
                            + "constructor without parameters of a public class. Make the class public, and static if it is inside "
                            + "another one, with such a constructor.");
        }
    }

    private static void requireClient(String handler, ClassPath classes) {
        String asked = "Cannot run the Java handler " + handler + ": ";
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new SimulatorException(asked + "AWS's runtime interface client runs on Linux only, and this is "
                    + System.getProperty("os.name") + ". Run this test on Linux, or in a container.");
        }
        if (!classes.has(ClassPath.resource(CLIENT))) {
            throw new SimulatorException(asked + "AWS's runtime interface client is not on the class path of the test. "
                    + "Add com.amazonaws:aws-lambda-java-runtime-interface-client, version 2 or newer, with scope test; "
                    + "it brings com.amazonaws:aws-lambda-java-core.");
        }
    }

    /**
     * As Lambda starts Java: one collector thread, one compiler, on a machine that has as much memory as the function, of which
     * the heap may take what a JVM can spare. On a larger machine a heap would outgrow the function with nothing but garbage.
     *
     * <p>The client writes framed logs through a private constructor of {@code FileDescriptor}, and newer JVMs would complain
     * about its native library in the function's log. Performance data would be left in {@code /tmp} by a JVM that is killed.
     * The directory for temporary files is not taken from the environment variables, so it is named here, and is another where
     * {@code /tmp} is the machine's own.
     */
    private static List<String> options(int feature) {
        List<String> options = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxRAM=${AWS_LAMBDA_FUNCTION_MEMORY_SIZE}m",
                "-XX:MinRAMPercentage=85",
                "-XX:MaxRAMPercentage=85",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=/tmp",
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
        String quoted = '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        String name = "class-path-" + Fingerprint.of(argument);
        Path directory = Contents.shared().get(name, fresh -> Files.writeString(fresh.resolve("arguments"), quoted));
        return directory.resolve("arguments");
    }

    /** What a managed Java runtime has beside what all have. Source: lifecycle §4.1. */
    private static Map<String, String> variables(String handler, ClassPath classes) {
        Map<String, String> all = new TreeMap<>();
        all.put("_HANDLER", handler);
        all.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + Runtime.version().feature());
        if (!classes.isAscii()) {
            // A JVM reads paths in the language of its variables, and not every machine has Lambda's, en_US.UTF-8.
            all.put("LC_ALL", "C.UTF-8");
        }
        return all;
    }
}
