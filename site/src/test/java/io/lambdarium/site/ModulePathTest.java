// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users with modules: each jar has its name, and no package is in two of them. */
class ModulePathTest {

    private static final List<Path> JARS = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar") && !entry.contains("surefire"))
            .map(Path::of)
            .toList();

    @TempDir
    Path folder;

    @BeforeEach
    void there_are_jars() {
        assumeThat(JARS.stream().filter(ModulePathTest::isOurs))
                .as("our jars; mvn verify makes them, mvn test does not")
                .hasSize(4);
    }

    @Test
    void a_module_can_be_tested() throws IOException {
        Consumer consumer = new Consumer(folder, JARS);

        assertThat(consumer.compile()).isEmpty();
        assertThat(consumer.run()).isEqualTo("module com.example.consumer: 1");
    }

    @Test
    void a_jar_without_a_name_would_be_noticed() throws IOException {
        Consumer consumer = new Consumer(folder, with("lambdarium-fixtures", "META-INF/MANIFEST.MF"));

        assertThat(consumer.compile()).contains("module not found: io.lambdarium.fixtures");
    }

    @Test
    void a_split_package_would_be_noticed() throws IOException {
        Consumer consumer = new Consumer(folder, with("lambdarium-fixtures", "io/lambdarium/simulator/Stray.class"));

        assertThat(consumer.compile()).contains("reads package io.lambdarium.simulator from both");
    }

    /** All jars, but in one of them that file, empty. */
    private List<Path> with(String name, String file) throws IOException {
        Path spoilt = folder.resolve(name + "-1.jar");
        for (Path jar : JARS) {
            if (jar.getFileName().toString().startsWith(name)) {
                spoil(jar, file, spoilt);
            }
        }
        return Stream.concat(
                        Stream.of(spoilt),
                        JARS.stream()
                                .filter(jar -> !jar.getFileName().toString().startsWith(name)))
                .toList();
    }

    private static void spoil(Path original, String file, Path copy) throws IOException {
        try (JarFile from = new JarFile(original.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(copy))) {
            to.putNextEntry(new JarEntry(file));
            for (JarEntry entry : from.stream().toList()) {
                if (!entry.getName().equals(file)) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("lambdarium-");
    }
}
