// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Processes as Java starts them, wherever Java runs. A signal reaches one process; at the kill, those who descend from it are
 * killed as far as the system knows them, and those whom it lost sight of when the environment is emptied. Nobody is frozen or
 * measured.
 */
final class PlainGround implements Ground {

    /**
     * How long a reader may take to wake up when something was written: Java cannot ask a pipe that is being read whether it
     * is empty. So here, and only here, a line may be told after the rest.
     */
    private static final long GRACE_MILLIS = 5;

    private final Path directory;
    private final Listener listener;
    private final Map<Integer, Integer> generations = new ConcurrentHashMap<>();
    private final Map<Integer, PlainProcess> processes = new ConcurrentHashMap<>();
    private final Output output;
    /** Who holds it tells something. */
    private final Semaphore turn = new Semaphore(1);

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    PlainGround(Site site, Listener listener) {
        this.directory = site.directory().orElseThrow();
        this.listener = listener;
        this.output = new Output(listener, generations);
        Launcher.execute(() -> Leavings.make(directory.resolve("tmp")));
    }

    @Override
    public Optional<Path> tmp() {
        return Optional.of(directory.resolve("tmp"));
    }

    // --- orders: one thread carries all of them out, in their order ---

    @Override
    public void launch(Launch launch) {
        generations.put(launch.number(), launch.generation());
        Launcher.execute(() -> start(launch));
    }

    @Override
    public void signal(int number, Signal signal) {
        Launcher.execute(() -> {
            PlainProcess process = processes.get(number);
            if (process != null) {
                process.signal(signal);
            }
        });
    }

    @Override
    public void rest(boolean freeze) {
        Executor later = CompletableFuture.delayedExecutor(GRACE_MILLIS, TimeUnit.MILLISECONDS, Launcher::execute);
        later.execute(() -> inTurn(() -> listener.rested(false)));
    }

    @Override
    public void thaw() {
        // nobody is frozen here
    }

    @Override
    public void empty() {
        Launcher.execute(() -> {
            killAll();
            Strays.kill(directory);
        });
    }

    @Override
    public void end() {
        Launcher.execute(() -> {
            CompletableFuture<?>[] gone =
                    processes.values().stream().map(PlainProcess::gone).toArray(CompletableFuture<?>[]::new);
            killAll();
            Afterwards.ifWell(CompletableFuture.allOf(gone), nothing -> Launcher.execute(this::leave));
        });
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public boolean isBroken() {
        return false;
    }

    @Override
    public void destroy() {
        killAll();
    }

    // --- what follows ---

    private void start(Launch launch) {
        int number = launch.number();
        if (!Files.isDirectory(Path.of(launch.directory()))) {
            String reason = "chdir " + launch.directory() + ": no such file or directory";
            inTurn(() -> listener.launchFailed(number, Listener.Cause.DIRECTORY, reason));
            return;
        }
        try {
            PlainProcess process =
                    PlainProcess.start(launch, (stream, bytes) -> inTurn(() -> output.add(number, stream, bytes)));
            processes.put(number, process);
            Watchdog.watching().kill(process.pid());
            Afterwards.ifWell(process.exit(), exit -> exited(number, process, exit));
        } catch (LaunchFailure e) {
            inTurn(() -> listener.launchFailed(number, Listener.Cause.PROGRAM, e.reason()));
        } catch (RuntimeException | Error e) {
            // No thread for it, as a rule: whoever waits for the launch is told, and what has begun is ended with the
            // rest.
            String reason = "fork/exec " + launch.command().program() + ": " + e.getMessage();
            inTurn(() -> listener.launchFailed(number, Listener.Cause.PROGRAM, reason));
            throw e;
        }
    }

    private void exited(int number, PlainProcess process, Exit exit) {
        processes.remove(number);
        Watchdog.watching().spare(process.pid());
        inTurn(() -> {
            output.end(number);
            listener.exited(number, exit);
        });
    }

    private void inTurn(Runnable telling) {
        turn.acquireUninterruptibly();
        try {
            telling.run();
        } finally {
            turn.release();
        }
    }

    private void killAll() {
        processes.values().forEach(process -> process.signal(Signal.SIGKILL));
    }

    private void leave() {
        Strays.kill(directory);
        Leavings.remove(directory);
        ended.complete(null);
    }
}
