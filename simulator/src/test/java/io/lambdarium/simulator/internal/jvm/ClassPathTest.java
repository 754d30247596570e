// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.Simulator;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {

    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

    private final Properties properties = new Properties();

    @Test
    void it_is_that_of_the_jvm() {
        properties.setProperty("java.class.path", "/a.jar" + File.pathSeparator + "/b");

        ClassPath classes = ClassPath.of(properties);

        assertThat(classes.entries()).containsExactly(Path.of("/a.jar"), Path.of("/b"));
        assertThat(classes).hasToString("/a.jar" + File.pathSeparator + "/b");
    }

    @Test
    void surefire_says_where_the_test_is_when_the_jvm_began_with_surefire_alone() {
        properties.setProperty("java.class.path", "/surefire-booter.jar");
        properties.setProperty("surefire.test.class.path", "/test-classes");

        assertThat(ClassPath.of(properties).entries()).containsExactly(Path.of("/test-classes"));
    }

    @Test
    void modules_are_taken_for_libraries() {
        properties.setProperty("java.class.path", "/test-classes");
        properties.setProperty("jdk.module.path", "/classes");

        assertThat(ClassPath.of(properties).entries()).containsExactly(Path.of("/test-classes"), Path.of("/classes"));
    }

    @Test
    void paths_are_absolute_since_the_process_begins_elsewhere() {
        properties.setProperty("java.class.path", "target/classes" + File.pathSeparator + File.pathSeparator);

        assertThat(ClassPath.of(properties).entries()).containsExactly(CLASSES);
    }

    @Test
    void the_home_of_a_class_is_added_once() {
        ClassPath empty = ClassPath.of(properties);

        ClassPath both = empty.with(Simulator.class).with(Test.class).with(Payload.class);

        assertThat(both.entries()).hasSize(2).first().isEqualTo(CLASSES);
        assertThat(both.entries().get(1).toString())
                .contains("junit-jupiter-api")
                .endsWith(".jar");
        assertThat(empty.with(String.class)).isEqualTo(empty);
    }

    @Test
    void it_has_what_an_archive_refers_to_as_that_of_an_ide_does(@TempDir Path directory) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(Attributes.Name.CLASS_PATH, CLASSES.toUri().toString());
        Path pathing = directory.resolve("pathing.jar");
        new JarOutputStream(Files.newOutputStream(pathing), manifest).close();
        properties.setProperty("java.class.path", pathing.toString());

        ClassPath classes = ClassPath.of(properties);

        String simulator = ClassPath.resource(Simulator.class.getName());
        assertThat(classes.has(simulator)).isTrue();
        assertThat(classes.read(simulator)).startsWith(0xCA, 0xFE, 0xBA, 0xBE);
        assertThat(classes.has("com/example/Nowhere.class")).isFalse();
        assertThat(classes.read("com/example/Nowhere.class")).isEmpty();
    }
}
