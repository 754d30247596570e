// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.Signal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** A process as Java starts it, with a thread for each of its two streams. */
final class PlainProcess {

    /**
     * How long others who have its pipes may keep them open before its exit is told all the same. On a busy machine, the threads
     * that read them were seen to wait for a core for more than 50 ms.
     */
    private static final long GRACE_MILLIS = 250;

    private static final int CHUNK = 1 << 16;

    /** What Java adds to the number of the signal that a process died of, as shells do. */
    private static final int BY_SIGNAL = 128;

    private final Process process;
    private final BiConsumer<Stream, byte[]> written;
    private final Set<Signal> sent = ConcurrentHashMap.newKeySet();

    private PlainProcess(Process process, BiConsumer<Stream, byte[]> written) {
        this.process = process;
        this.written = written;
    }

    /** Starts it. It finds its path in {@code argv[0]}: Java knows no other way. */
    static PlainProcess start(Launch launch, BiConsumer<Stream, byte[]> written) throws LaunchFailure {
        List<String> command = new ArrayList<>(launch.command().arguments());
        command.set(0, launch.command().program());
        ProcessBuilder builder = new ProcessBuilder(command).directory(new File(launch.directory()));
        builder.environment().clear();
        builder.environment().putAll(launch.variables());
        try {
            ExecutableFormat.require(Path.of(launch.command().program()));
            PlainProcess started = new PlainProcess(BusyProgram.start(builder), written);
            started.process.getOutputStream().close();
            return started;
        } catch (IOException e) {
            throw LaunchFailure.of(launch.command().program(), e);
        }
    }

    long pid() {
        return process.pid();
    }

    /** Done when it has exited. */
    CompletableFuture<Process> gone() {
        return process.onExit();
    }

    /** Done when it has exited and what it wrote has been told. */
    CompletableFuture<Exit> exit() {
        CompletableFuture<Void> read = CompletableFuture.allOf(
                reading(Stream.OUTPUT, process.getInputStream()), reading(Stream.ERROR, process.getErrorStream()));
        return process.onExit()
                .thenCompose(gone -> read.completeOnTimeout(null, GRACE_MILLIS, TimeUnit.MILLISECONDS))
                .thenApply(nothing -> exit(process.exitValue()));
    }

    /** Only signals of ours can be told from an exit status. Where there are no signals, whoever is killed exits with 1. */
    private Exit exit(int status) {
        if (sent.contains(Signal.SIGKILL)) {
            return Exit.by(Signal.SIGKILL);
        }
        Optional<Signal> signal = Signal.numbered(status - BY_SIGNAL).filter(sent::contains);
        return signal.map(Exit::by).orElseGet(() -> Exit.status(status));
    }

    /** By its handle: to be sent a signal as a {@link Process} closes its pipes, and what it says in farewell is lost. */
    void signal(Signal signal) {
        sent.add(signal);
        if (signal == Signal.SIGKILL) {
            killFamily();
        } else {
            process.toHandle().destroy();
        }
    }

    /** The parent first: it is not to see how its children end. */
    private void killFamily() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.toHandle().destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    private CompletableFuture<Void> reading(Stream stream, InputStream from) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Daemons.start("lambdarium-output-" + process.pid(), () -> {
            read(stream, from);
            end.complete(null);
        });
        return end;
    }

    private void read(Stream stream, InputStream from) {
        try (from) {
            byte[] chunk = new byte[CHUNK];
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                written.accept(stream, Arrays.copyOf(chunk, read));
            }
        } catch (IOException e) {
            // It exited, and Java closed its pipe.
        }
    }
}
