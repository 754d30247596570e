// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.machine.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A function whose runtime and extensions are real processes: Perl programs that the test writes, with the verbs of {@code
 * wire.pl}, in a simulator on the level of this run.
 */
final class Puppetry implements AutoCloseable {

    /** A runtime that does what the event says in Perl, and answers with what that gives. */
    static final String PUPPET = "serve();";

    private final String shebang = "#!" + Tool.PERL.path() + "\n";

    private final String wire = wire();
    private final Path folder;
    private final Scene scene;

    private Puppetry(SimulatorOptions options) {
        try {
            folder = Files.createTempDirectory("puppetry-");
            Files.createDirectory(folder.resolve("code"));
            Files.createDirectories(folder.resolve("layer/extensions"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scene = Scene.with(options);
    }

    /** Without programs yet. */
    static Puppetry begin() {
        return begin(UnaryOperator.identity());
    }

    /** Started like that. */
    static Puppetry begin(UnaryOperator<SimulatorOptions> settings) {
        return new Puppetry(settings.apply(SimulatorOptions.defaults()));
    }

    /** With that runtime. */
    Puppetry bootstrap(String perl) {
        write("code/bootstrap", shebang + wire + perl);
        return this;
    }

    /** With that external extension. */
    Puppetry extension(String name, String perl) {
        write("layer/extensions/" + name, shebang + wire + perl);
        return this;
    }

    /** With that executable file: {@code code/…} or {@code layer/…}. */
    Path write(String path, String text) {
        try {
            Path file = Files.writeString(folder.resolve(path), text);
            assertTrue(file.toFile().setExecutable(true, false), path);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys them, as the function {@code f} with a timeout that nobody reaches. */
    Puppetry deploy() {
        return deploy(UnaryOperator.identity());
    }

    /** Deploys them with these settings. */
    Puppetry deploy(UnaryOperator<LambdaFunction> settings) {
        LambdaFunction function = LambdaFunction.function("f")
                .handler("app.handler")
                .code(folder.resolve("code"))
                .layer(folder.resolve("layer"));
        lambda().deploy(settings.apply(Scene.UNHURRIED.apply(function)));
        return this;
    }

    Scene scene() {
        return scene;
    }

    Simulator lambda() {
        return scene.lambda();
    }

    /** Lets the puppet do that. */
    Invocation invoke(String perl) {
        return scene.invoke(
                '"' + perl.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"');
    }

    /** Lets the puppet do that, and gives what came of it. */
    String tell(String perl) {
        Invocation invocation = invoke(perl);
        if (!(outcomeOf(invocation) instanceof Succeeded succeeded)) {
            throw new AssertionError("not a success:\n" + lambda().timeline());
        }
        String text = succeeded.payload().text();
        return text.substring(1, text.length() - 1)
                .replace("\\u000a", "\n")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }

    /** Lets the puppet do what it fails at, and gives what its caller gets, with {@code <id>} for the request id. */
    String failure(String perl) {
        Invocation invocation = invoke(perl);
        return outcomeOf(invocation).payload().text().replace(invocation.requestId(), "<id>");
    }

    /** As soon as everyone is done with it. */
    private Outcome outcomeOf(Invocation invocation) {
        scene.await(Completed.class, report -> report.requestId().equals(invocation.requestId()));
        return invocation.await();
    }

    /** What all processes wrote to their standard output so far, line by line. */
    List<String> lines() {
        return lambda().journal().events(Wrote.class).stream()
                .filter(wrote -> wrote.stream() == Stream.OUTPUT)
                .map(Wrote::text)
                .toList();
    }

    /** Waits until these are the lines, in whatever order. */
    void awaitLines(String... expected) {
        List<String> wanted = Arrays.stream(expected).sorted().toList();
        lambda().journal()
                .await(any -> Optional.of(lines().stream().sorted().toList()).filter(wanted::equals), Scene.PATIENCE)
                .orElseThrow(
                        () -> new AssertionError("not " + wanted + ", but " + lines() + " in\n" + lambda().timeline()));
    }

    @Override
    public void close() {
        scene.close();
        try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String wire() {
        try (InputStream text = Objects.requireNonNull(Puppetry.class.getResourceAsStream("wire.pl"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
