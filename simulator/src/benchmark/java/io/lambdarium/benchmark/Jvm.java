// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fresh JVMs, pinned to one core where that is possible: only there do ratios repeat. */
final class Jvm {

    private Jvm() {}

    static ProcessBuilder pinned(Class<?> main, String... arguments) {
        return launching(canPin() ? List.of("taskset", "-c", "0") : List.of(), main, arguments);
    }

    /** Pinned if this one is. */
    static ProcessBuilder alike(Class<?> main, String... arguments) {
        return launching(List.of(), main, arguments);
    }

    private static ProcessBuilder launching(List<String> prefix, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // the pools of a machine with two cores, whatever it has
        command.addAll(List.of("-XX:ActiveProcessorCount=2", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    static boolean canPin() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> new File(folder, "taskset").canExecute());
    }
}
