// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts the files of a function in place, and finds in them what is to be started. */
public final class Installer {

    private static final String BOOTSTRAP = "bootstrap";
    private static final String EXTENSIONS = "extensions";

    private Installer() {}

    /**
     * Installs it.
     *
     * @throws SimulatorException if Lambda would not take its files, or they cannot be read
     */
    public static Installation install(LambdaFunction function) {
        return install(function, Contents::shared);
    }

    /** What this JVM has put somewhere for its functions, and removes at its end, unless it is killed. */
    public static Stream<Path> leavings() {
        return Contents.directories().flatMap(own -> Stream.of(own, OwnDirectory.lockOf(own)));
    }

    static Installation install(LambdaFunction function, Supplier<Contents> contents) {
        try (Delivery delivery = Delivery.of(function)) {
            Optional<Path> task = delivery.placeCode(contents);
            Optional<Path> opt = delivery.placeLayers(contents);
            return new Installation(withExtensions(withRuntime(function, task, opt), opt), task, opt);
        }
    }

    /**
     * A custom runtime is the {@code bootstrap} of the package, or else that of the layers. If there is none, the first
     * invocation finds that out, as on Lambda. Source: lifecycle §1.3; L-020 to L-022.
     */
    private static LambdaFunction withRuntime(LambdaFunction function, Optional<Path> task, Optional<Path> opt) {
        if (function.runtime().isPresent()) {
            return function;
        }
        return bootstrapIn(task, Installation.TASK)
                .or(() -> bootstrapIn(opt, Installation.OPT))
                .map(path -> function.runtime(Bootstrap.process(path)))
                .orElse(function);
    }

    /** An absolute link leads to a path of the environment; where it leads to is found out when it is started. */
    private static Optional<String> bootstrapIn(Optional<Path> directory, String root) {
        return directory
                .map(found -> found.resolve(BOOTSTRAP))
                .filter(path -> !Files.isDirectory(path) && (Files.exists(path) || isAbsoluteLink(path)))
                .map(path -> root + "/" + BOOTSTRAP);
    }

    private static boolean isAbsoluteLink(Path path) {
        try {
            return Files.isSymbolicLink(path) && Files.readSymbolicLink(path).isAbsolute();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Every file in {@code /opt/extensions} is an external extension, and every link, wherever it leads; whether it can be
     * executed or not, and unless the function says how to start the one of that name. Source: lifecycle §1.1; L-001, L-004,
     * L-005, L-008.
     */
    private static LambdaFunction withExtensions(LambdaFunction function, Optional<Path> opt) {
        LambdaFunction all = function;
        for (String name : opt.map(Installer::extensionsIn).orElse(List.of())) {
            if (!function.extensions().containsKey(name)) {
                all = all.extension(name, Bootstrap.process(Installation.OPT + "/" + EXTENSIONS + "/" + name));
            }
        }
        return all;
    }

    private static List<String> extensionsIn(Path opt) {
        try {
            return Tree.children(opt.resolve(EXTENSIONS)).stream()
                    .filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .map(path -> path.getFileName().toString())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
