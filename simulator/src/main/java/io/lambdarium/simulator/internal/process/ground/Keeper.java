// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The process of a keeper. */
final class Keeper {

    private static final String SCRIPT = "/io/lambdarium/simulator/internal/process/keeper.pl";

    /** Reads the script and evaluates it: so no file has to be where the keeper can see it, nor to be removed. */
    private static final String LOADER =
            "while (length($_) < $ARGV[0])" + " { sysread(STDIN, $_, $ARGV[0] - length, length) or exit } eval; die $@";

    private static final int LAST_WORDS = 1000;

    private final Process process;
    private final DataInputStream reports;

    private Keeper(Process process) {
        this.process = process;
        this.reports = new DataInputStream(process.getInputStream());
    }

    /** Starts one in process groups. */
    static Keeper inGroups(String perl) {
        return start(List.of(), perl, "groups");
    }

    /** Starts one as the first process of its namespace; the command makes the namespaces. */
    static Keeper inNamespaces(List<String> command, String perl) {
        return start(command, perl, "namespaces");
    }

    private static Keeper start(List<String> prefix, String perl, String ground) {
        byte[] script = script();
        List<String> loading = List.of(perl, "-e", LOADER, Integer.toString(script.length), ground, machine());
        List<String> command = new ArrayList<>(prefix);
        command.addAll(loading);
        try {
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().clear();
            return load(builder.start(), script);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a keeper: " + e.getMessage(), e);
        }
    }

    /** Whoever ends before it has read the script tells in its last words why. */
    private static Keeper load(Process process, byte[] script) {
        Keeper keeper = new Keeper(process);
        try {
            process.getOutputStream().write(script);
        } catch (IOException e) {
            // So it is gone, and says no word.
        }
        return keeper;
    }

    private static byte[] script() {
        try (InputStream script = Objects.requireNonNull(Keeper.class.getResourceAsStream(SCRIPT))) {
            return script.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The machine as {@code uname -m} names it. */
    private static String machine() {
        String name = System.getProperty("os.arch", "");
        return name.equals("amd64") ? "x86_64" : name;
    }

    /** Where its commands go. */
    OutputStream commands() {
        return process.getOutputStream();
    }

    /** Waits for the next that it says; it says no more when this throws. */
    Report next() throws IOException {
        return Report.readFrom(reports);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** After its end: why it ended, as far as it said so itself. */
    String lastWords() {
        try (InputStream errors = process.getErrorStream()) {
            String said = new String(errors.readNBytes(LAST_WORDS), StandardCharsets.UTF_8);
            return Stream.concat(said.lines().limit(1), Stream.of("exit code " + process.waitFor()))
                    .reduce((words, code) -> words + ", " + code)
                    .orElseThrow();
        } catch (IOException e) {
            return "it left no message";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "nobody waited for its message";
        }
    }

    /** Lets go of its descriptors, which ends it, and waits for that. */
    void close() {
        letGo(process.getOutputStream());
        letGo(process.getErrorStream());
        letGo(reports);
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void letGo(Closeable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // Nobody is at the other end, which is what was wanted.
        }
    }

    /** After its end: whether it ended as it should, with nothing left below it. */
    boolean hasSwept() {
        return process.exitValue() == 0;
    }

    void destroy() {
        process.destroyForcibly();
    }
}
