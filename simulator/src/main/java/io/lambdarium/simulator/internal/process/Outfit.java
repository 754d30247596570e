// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Bootstrap.Program;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.process.ground.Executable;
import io.lambdarium.simulator.internal.process.ground.Launch.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a program gets to know of the place where it lives: paths are those of production if they are real there, and those of
 * this machine otherwise.
 *
 * @param installation where the files of its function are
 * @param tmp what {@code /tmp} is on this machine, if paths are not real
 */
record Outfit(Installation installation, Optional<Path> tmp) {

    private static final String TMP = "/tmp";
    private static final String MEMORY = "-XX:MaxRAM=${AWS_LAMBDA_FUNCTION_MEMORY_SIZE}m";
    private static final Path HERE = Path.of("").toAbsolutePath();

    /**
     * What is executed. An extension learns its name from {@code argv[0]}, so one whose file has another name is told the path
     * that Lambda would know it by; not so an interpreter, which may look for its own files there.
     */
    Command command(Participant participant, Program program) {
        String path = path(program.program());
        boolean named = participant.equals(Participant.RUNTIME)
                || !program.arguments().isEmpty()
                || path.endsWith("/" + participant.name());
        List<String> arguments = new ArrayList<>();
        arguments.add(named ? path : "/opt/extensions/" + participant.name());
        program.arguments().forEach(argument -> arguments.add(argument(argument)));
        return new Command(path, List.copyOf(arguments));
    }

    /** What can be seen of it in case that it cannot be launched. */
    Ailment ailment(Program program, Command command) {
        return new Ailment(program, Path.of(installation.onHost(command.program())), installation);
    }

    /**
     * An option that names Lambda's directory for temporary files, as that of a JVM does, names the one that there is; the one
     * that asks a JVM to suppose that it is on Lambda's machine says how much memory that has.
     */
    private String argument(String argument) {
        if (argument.equals(MEMORY)) {
            return "-XX:MaxRAM=" + installation.function().memory() + "m";
        }
        return argument.endsWith("=" + TMP)
                ? argument.replace("=" + TMP, "=" + tmp.map(Path::toString).orElse(TMP))
                : argument;
    }

    /** A name is looked up as a shell of this machine would; a relative path begins where the test runs. */
    private String path(String program) {
        if (!program.contains("/") && !program.contains("\\")) {
            return Executable.named(program).map(Path::toString).orElse(program);
        }
        return program.startsWith("/")
                ? place(program)
                : HERE.resolve(program).normalize().toString();
    }

    /**
     * Where it begins: where its function's code is, as in production, or else where the test runs. Extensions begin there,
     * too: they inherit it from what launches them.
     */
    String directory(Program program) {
        return program.directory()
                .map(directory -> place(directory.toAbsolutePath().toString()))
                .or(() -> installation.task().map(code -> place("/var/task")))
                .orElse(HERE.toString());
    }

    /** All its environment variables: those it is given, and its own. What is passed on names paths of this machine already. */
    Map<String, String> variables(Program program, Map<String, String> given) {
        SortedMap<String, String> all = new TreeMap<>(given);
        if (tmp.isPresent()) {
            all.replaceAll((name, value) -> isPassedOn(name) ? value : installation.eachOnHost(value));
            all.putIfAbsent("TMPDIR", tmp.get().toString());
        }
        all.putAll(program.variables());
        return Collections.unmodifiableSortedMap(all);
    }

    private boolean isPassedOn(String name) {
        LambdaFunction function = installation.function();
        return function.passed().contains(name) && !function.variables().containsKey(name);
    }

    private String place(String path) {
        return tmp.isPresent() ? installation.onHost(path) : path;
    }

    /** What the function's programs need to see of this machine. */
    List<Path> needed() {
        LambdaFunction function = installation.function();
        Stream<Bootstrap> all = Stream.concat(function.runtime().stream(), function.extensions().values().stream());
        return Stream.concat(
                        Stream.of(HERE),
                        all.filter(Program.class::isInstance)
                                .map(Program.class::cast)
                                .flatMap(this::needed))
                .flatMap(path -> Stream.concat(Stream.of(path.normalize()), real(path)))
                .distinct()
                .toList();
    }

    private Stream<Path> needed(Program program) {
        Path path = Path.of(path(program.program()));
        Stream<Path> named = program.arguments().stream()
                .flatMap(argument -> Arrays.stream(argument.split("[:=@]")))
                .filter(part -> part.startsWith("/"))
                .map(Path::of);
        return Stream.of(Stream.of(path), program.directory().stream().map(Path::toAbsolutePath), named)
                .flatMap(UnaryOperator.identity());
    }

    /** A home may be a link into a directory that has no other name inside. */
    private static Stream<Path> real(Path path) {
        try {
            return Stream.of(path.toRealPath());
        } catch (IOException e) {
            return Stream.of();
        }
    }
}
