// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A shell that outlives this JVM by a moment, however that ends: it kills the processes and removes the directories that it
 * was told of. Where there is no shell, there is nobody who could.
 */
final class Watchdog {

    /** Deaf to what a terminal says to its foreground; each line that it reads is a word and what it is about. */
    private static final String SCRIPT = """
            trap '' HUP INT TERM
            processes=' '
            while read -r word subject; do
                case $word in
                    kill) processes="$processes$subject " ;;
                    spare) processes="${processes%% $subject *} ${processes#* $subject }" ;;
                    remove) set -- "$@" "$subject" ;;
                esac
            done
            for process in $processes; do kill -KILL "$process"; done
            for directory do
                for stray in $(grep -lsF -- "$directory/" /proc/[0-9]*/environ); do
                    stray=${stray#/proc/}
                    kill -KILL "${stray%/environ}"
                done
                chmod -R u+rwX -- "$directory"
                rm -rf -- "$directory"
                home=${directory%/*}
                case ${home##*/} in lambdarium-*) rmdir -- "$home" ;; esac
            done
            """;

    private static final Path SHELL = Path.of("/bin/sh");

    private static final class Started {
        static final Watchdog DOG = new Watchdog();
    }

    private final CompletableFuture<OutputStream> ear = Launcher.run(Watchdog::start);

    private final Set<Path> doomed = ConcurrentHashMap.newKeySet();

    private Watchdog() {}

    /** Whether this machine has what it takes. */
    static boolean exists() {
        return Files.isExecutable(SHELL);
    }

    /** The one of this JVM. */
    static Watchdog watching() {
        return Started.DOG;
    }

    private static OutputStream start() {
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of(SHELL.toString(), "-c", SCRIPT, "lambdarium-watchdog"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            return Writing.interruptedBy(builder::start).getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This process is to be killed in the end. */
    void kill(long process) {
        tell("kill " + process);
    }

    /** This process is gone; another may be given its number. */
    void spare(long process) {
        tell("spare " + process);
    }

    /** This directory or file is to be removed in the end; and then the directory around it, if that is an empty one of ours. */
    void remove(Path directory) {
        if (doomed.add(directory)) {
            tell("remove " + directory);
        }
    }

    private void tell(String line) {
        Afterwards.ifWell(ear, to -> Launcher.execute(() -> write(to, line)));
    }

    private static void write(OutputStream ear, String line) {
        try {
            ear.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            ear.flush();
        } catch (IOException e) {
            // It was killed; then there is nobody who watches.
        }
    }
}
