// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process of a keeper. What it says is read by a thread of its own. */
final class Keeper {

    /** Who has a keeper, and hears of it. */
    interface Owner {

        /** It said that. */
        void hear(Report report);

        /** It is gone, and says no more. */
        void lose(End end);
    }

    /**
     * How one ended.
     *
     * @param swept whether it ended as it should, with nothing left below it
     * @param words why, as far as it said so itself
     */
    record End(boolean swept, String words) {}

    private static final Owner NOBODY = new Owner() {
        @Override
        public void hear(Report report) {}

        @Override
        public void lose(End end) {}
    };

    private static final String SCRIPT = "keeper.pl";

    /** Reads the script and evaluates it: so no file has to be where the keeper can see it, nor to be removed. */
    private static final String LOADER =
            "while (length($_) < $ARGV[0])" + " { sysread(STDIN, $_, $ARGV[0] - length, length) or exit } eval; die $@";

    private static final int LAST_WORDS = 1000;

    private final Process process;
    private final AtomicReference<Owner> owner = new AtomicReference<>(NOBODY);
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<End> ended = new CompletableFuture<>();

    private Keeper(Process process) {
        this.process = process;
        Daemons.start("lambdarium-keeper-" + process.pid(), this::listen);
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
            return load(Writing.interruptedBy(builder::start), script);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a keeper: " + e.getMessage(), e);
        }
    }

    /** Whoever ends before it has read the script tells in its last words why. */
    private static Keeper load(Process process, byte[] script) {
        try {
            process.getOutputStream().write(script);
        } catch (IOException e) {
            // So it is gone, and says no word.
        }
        return new Keeper(process);
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

    // --- what it says ---

    private void listen() {
        End end = hearToTheEnd();
        close();
        ready.completeExceptionally(new IOException(end.words()));
        ended.complete(end);
        owner.getAndSet(NOBODY).lose(end);
    }

    private End hearToTheEnd() {
        try (InputStream errors = process.getErrorStream();
                DataInputStream reports = new DataInputStream(process.getInputStream())) {
            hearAll(reports);
            return new End(process.waitFor() == 0, lastWords(errors));
        } catch (IOException | InterruptedException e) {
            return new End(false, "it left no message");
        }
    }

    /** When there is nothing more to be heard, it is gone. */
    private void hearAll(DataInputStream reports) {
        try {
            while (true) {
                Report report = Report.readFrom(reports);
                ready.complete(null);
                owner.get().hear(report);
            }
        } catch (IOException e) {
            // This is how it ends.
        }
    }

    private String lastWords(InputStream errors) throws IOException {
        String said = new String(errors.readNBytes(LAST_WORDS), StandardCharsets.UTF_8);
        return Stream.concat(said.lines().limit(1), Stream.of("exit code " + process.exitValue()))
                .collect(Collectors.joining(", "));
    }

    // --- what can be done with it ---

    /** From now on, it is theirs; they are told at once if it is gone. */
    void belongTo(Owner next) {
        owner.set(next);
        if (ended.isDone()) {
            owner.getAndSet(NOBODY).lose(ended.join());
        }
    }

    /** From now on, nobody has it. */
    void leave() {
        owner.set(NOBODY);
    }

    /** Where its commands go. */
    OutputStream commands() {
        return process.getOutputStream();
    }

    /** Done when it is able to work; fails with its last words, if it never is. */
    CompletableFuture<Void> ready() {
        return ready;
    }

    boolean isAlive() {
        return !ended.isDone();
    }

    /** Lets go of it, which ends it. */
    void close() {
        try {
            commands().close();
        } catch (IOException e) {
            // Nobody is at the other end, which is what was wanted.
        }
    }

    void destroy() {
        process.destroyForcibly();
    }
}
