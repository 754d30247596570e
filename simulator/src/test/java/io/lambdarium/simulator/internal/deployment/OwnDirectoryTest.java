// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void nobody_else_gets_into_it() throws IOException {
        Path own = OwnDirectory.below(temporary);

        assertThat(permissions(own)).isEqualTo("rwx------");
        assertThat(permissions(own.getParent())).isEqualTo("rwx------");
    }

    @Test
    void each_is_another_one_and_nothing_is_left_of_it() throws IOException {
        Path one = OwnDirectory.below(temporary);
        Path other = OwnDirectory.below(temporary);
        Files.writeString(one.resolve("x"), "x");

        OwnDirectory.remove(one);
        OwnDirectory.remove(other);

        assertThat(one).isNotEqualTo(other);
        assertThat(one.getParent()).isEmptyDirectory();
    }

    @Test
    void what_a_killed_owner_left_is_removed_by_the_next_and_what_a_living_one_has_is_not() throws Exception {
        Process killed = owner();
        Process living = owner();
        Path left = directoryOf(killed);
        Path inUse = directoryOf(living);
        killed.destroyForcibly().waitFor();

        Path own = OwnDirectory.below(temporary);

        assertThat(left).doesNotExist();
        assertThat(inUse.resolve("readonly/x")).hasContent("x");
        living.destroyForcibly().waitFor();
        OwnDirectory.remove(own);
    }

    @Test
    void a_home_that_others_get_into_is_not_used() throws IOException {
        Path home = Files.createDirectory(OwnDirectory.home(temporary));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));

        Path own = OwnDirectory.below(temporary);

        assertThat(own.getParent()).isEqualTo(temporary);
        assertThat(permissions(own)).isEqualTo("rwx------");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void a_home_that_is_a_link_is_not_used() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createSymbolicLink(OwnDirectory.home(temporary), elsewhere);

        Path own = OwnDirectory.below(temporary);

        assertThat(own.getParent()).isEqualTo(temporary);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void what_nobody_has_locked_but_has_no_lock_either_is_not_ours_to_remove() throws IOException {
        Path home = OwnDirectory.below(temporary).getParent();
        Path foreign = Files.createDirectory(home.resolve("somebody"));

        OwnDirectory.below(temporary);

        assertThat(foreign).exists();
    }

    /** Another JVM, which fills its directory and then lives on until it is killed. */
    static final class Owner {

        private Owner() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path own = OwnDirectory.below(Path.of(arguments[0]));
            Path readonly = Files.createDirectory(own.resolve("readonly"));
            Files.writeString(readonly.resolve("x"), "x");
            UnixMode.install(readonly, UnixMode.DIRECTORY);
            collectGarbage();
            System.out.println(own);
            System.in.read();
        }
    }

    /** What nobody refers to is closed. */
    private static void collectGarbage() throws InterruptedException {
        ReferenceQueue<Object> collected = new ReferenceQueue<>();
        PhantomReference<Object> garbage = new PhantomReference<>(new Object(), collected);
        System.gc();
        collected.remove();
        Reference.reachabilityFence(garbage);
        System.gc();
    }

    private Process owner() throws IOException {
        return Writing.interruptedBy(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        temporary.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)::start);
    }

    private static Path directoryOf(Process owner) throws IOException {
        BufferedReader output = owner.inputReader();
        return Path.of(output.readLine());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
