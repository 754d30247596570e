// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import io.lambdarium.simulator.LambdaFunction;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A function whose files are in place.
 *
 * @param function with the runtime and the extensions that were found in its files, named as the environment sees them
 * @param task the directory on this machine that is {@code /var/task}, if the function has code
 * @param opt the directory on this machine that is {@code /opt}, if the function has layers
 */
public record Installation(LambdaFunction function, Optional<Path> task, Optional<Path> opt) {

    /** What Lambda says if there is nothing to be started in a function's files. Source: lifecycle §1.3; L-022. */
    public static final String NO_BOOTSTRAP = "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]";

    static final String TASK = "/var/task";
    static final String OPT = "/opt";

    /** Of a function without code and layers. */
    public static Installation without(LambdaFunction function) {
        return new Installation(function, Optional.empty(), Optional.empty());
    }

    /** What in its code could be meant to be its {@code bootstrap}, and what to do then; empty if there is nothing. */
    public String misplacedBootstrap() {
        return task.map(Misplaced::in).orElse("");
    }

    /** What a path of the environment is on this machine; what is not a file of the function is the same on both. */
    public String onHost(String path) {
        return below(TASK, task, path).or(() -> below(OPT, opt, path)).orElse(path);
    }

    /** The same for paths that are put together as in {@code PATH}. */
    public String eachOnHost(String paths) {
        return Arrays.stream(paths.split(":", -1)).map(this::onHost).collect(Collectors.joining(":"));
    }

    /** A text in which files of the function have the names that they have in the environment. */
    public String asInEnvironment(String text) {
        String told = task.map(found -> text.replace(found + "/", TASK + "/")).orElse(text);
        return opt.map(found -> told.replace(found + "/", OPT + "/")).orElse(told);
    }

    private static Optional<String> below(String root, Optional<Path> directory, String path) {
        return path.equals(root) || path.startsWith(root + "/")
                ? directory.map(found -> found + path.substring(root.length()))
                : Optional.empty();
    }
}
