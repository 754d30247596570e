// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * A module of a user's with a test in it, compiled and run as Maven does: what the module asks for is on the module path, and
 * what that stands on is on the class path, since some of the server's own parts do not fit together as modules.
 *
 * @param folder where it is written to
 * @param jars what it needs
 */
record Consumer(Path folder, List<Path> jars) {

    private static final Pattern ASKED_FOR = Pattern.compile("(lambdarium|junit|opentest4j|apiguardian|jspecify)-.*");

    private static final String MODULE = """
            open module com.example.consumer {
                requires io.lambdarium.simulator;
                requires io.lambdarium.fixtures;
                requires io.lambdarium.assertions;
                requires io.lambdarium.junit;
                requires org.junit.jupiter.api;
                requires org.junit.platform.launcher;
            }
            """;

    private static final String TEST = """
            package com.example.consumer;

            import static io.lambdarium.assertions.LambdaAssertions.assertThat;
            import static io.lambdarium.fixtures.Runtimes.echo;
            import static io.lambdarium.simulator.LambdaFunction.function;

            import io.lambdarium.junit.LambdaSimulator;
            import io.lambdarium.simulator.Simulator;
            import org.junit.jupiter.api.Test;

            @LambdaSimulator
            class EchoTest {

                @Test
                void what_is_sent_comes_back(Simulator lambda) {
                    lambda.deploy(function("echo").runtime(echo()));

                    assertThat(lambda.invoke("1")).succeeds().withPayload("1");
                }
            }
            """;

    private static final String MAIN = """
            package com.example.consumer;

            import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

            import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
            import org.junit.platform.launcher.core.LauncherFactory;
            import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

            class Main {
                public static void main(String[] arguments) {
                    var summary = new SummaryGeneratingListener();
                    LauncherFactory.create()
                            .execute(
                                    LauncherDiscoveryRequestBuilder.request()
                                            .selectors(selectClass(EchoTest.class))
                                            .build(),
                                    summary);
                    summary.getSummary().getFailures().forEach(it -> it.getException().printStackTrace());
                    System.out.print(EchoTest.class.getModule() + ": " + summary.getSummary().getTestsSucceededCount());
                }
            }
            """;

    /** Compiles it; says what the compiler says, which is nothing if all is well. */
    String compile() throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources/com/example/consumer"));
        Path module = Files.writeString(folder.resolve("sources/module-info.java"), MODULE);
        Path test = Files.writeString(sources.resolve("EchoTest.java"), TEST);
        Path main = Files.writeString(sources.resolve("Main.java"), MAIN);
        StringWriter said = new StringWriter();
        ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        new PrintWriter(said),
                        new PrintWriter(said),
                        "--release",
                        "17",
                        "--module-path",
                        path(jars),
                        "-d",
                        classes().toString(),
                        module.toString(),
                        test.toString(),
                        main.toString());
        return said.toString();
    }

    /** Runs its test in a JVM of its own; returns all that this prints. */
    String run() throws IOException {
        Map<Boolean, List<Path>> askedFor = jars.stream()
                .collect(Collectors.partitioningBy(
                        jar -> ASKED_FOR.matcher(jar.getFileName().toString()).matches()));
        List<Path> modules = new ArrayList<>(askedFor.get(true));
        modules.add(classes());
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--module-path",
                        path(modules),
                        "--class-path",
                        path(askedFor.get(false)),
                        "--add-modules",
                        "org.junit.jupiter.engine,jdk.unsupported", // the server's threads want sun.misc.Unsafe
                        "--module",
                        "com.example.consumer/com.example.consumer.Main")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(java.getInputStream().readAllBytes());
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
