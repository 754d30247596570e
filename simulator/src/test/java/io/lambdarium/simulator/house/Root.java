// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the whole project, from wherever a test was started. */
final class Root {

    private static final Path FOLDER = find();

    private Root() {}

    static Path resolve(String path) {
        return FOLDER.resolve(path);
    }

    static String nameOf(Path file) {
        return FOLDER.relativize(file).toString().replace('\\', '/');
    }

    /** Every Java source of every module, tests included. */
    static List<Path> javaSources() {
        try (Stream<Path> modules = Files.list(FOLDER)) {
            return modules.map(module -> module.resolve("src"))
                    .filter(Files::isDirectory)
                    .flatMap(Root::javaSourcesIn)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaSourcesIn(Path source) {
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("simulator/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "No folder above " + start + " holds simulator/pom.xml. " + "Run the tests from within the project.");
    }
}
