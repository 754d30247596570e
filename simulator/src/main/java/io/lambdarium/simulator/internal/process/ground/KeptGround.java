// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.Signal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The ground below a keeper. */
final class KeptGround implements Ground, Keeper.Owner {

    /** Where keepers come from. */
    interface Source {

        /** Everyone waits: what is not urgent may be done now. */
        void atRest();

        /** This one has swept, and could keep another environment. */
        default void giveBack(Keeper keeper) {
            keeper.close();
        }
    }

    private final Site site;
    private final Listener listener;
    private final Source source;
    private final CompletableFuture<Keeper> keeper;
    private final Outbox outbox = new Outbox();
    private final Map<Integer, Integer> generations = new ConcurrentHashMap<>();
    /** Those whose end has not been told; the value is the process id, once it is known. */
    private final Map<Integer, Long> living = new ConcurrentHashMap<>();

    private final Output output;
    private final AtomicInteger ticket = new AtomicInteger();
    private final AtomicBoolean quit = new AtomicBoolean();
    /** Why nothing lives here any more. */
    private final AtomicReference<Optional<String>> loss = new AtomicReference<>(Optional.empty());

    /** Whether the keeper has been given back or destroyed: who destroys must not meet the next environment. */
    private final AtomicBoolean parted = new AtomicBoolean();

    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    /** With a keeper that is about to come. */
    KeptGround(Site site, CompletableFuture<Keeper> keeper, Listener listener, Source source) {
        this.site = site;
        this.listener = listener;
        this.source = source;
        this.keeper = keeper;
        this.output = new Output(listener, generations);
        outbox.add(KeeperCommands.configure(
                site.memory(), site.directory().map(Path::toString).orElse("")));
        Afterwards.anyway(keeper, this::begin);
    }

    private void begin(@Nullable Keeper started, @Nullable Throwable failure) {
        if (started == null) {
            over("its keeper could not be started: " + (failure == null ? "" : failure.getMessage()));
            ended.complete(null);
        } else {
            started.belongTo(this);
            outbox.open(started.commands());
        }
    }

    @Override
    public Optional<Path> tmp() {
        return site.directory().map(directory -> directory.resolve("tmp"));
    }

    // --- orders ---

    @Override
    public void launch(Launch launch) {
        generations.put(launch.number(), launch.generation());
        living.put(launch.number(), 0L);
        outbox.add(KeeperCommands.launch(launch));
        loss.get().ifPresent(words -> lose(launch.number(), words));
    }

    @Override
    public void signal(int number, Signal signal) {
        outbox.add(KeeperCommands.signal(number, signal));
    }

    @Override
    public void rest(boolean freeze) {
        outbox.add(KeeperCommands.rest(ticket.incrementAndGet(), freeze));
        if (isBroken()) {
            listener.rested(false);
        }
    }

    @Override
    public void thaw() {
        outbox.add(KeeperCommands.THAW);
    }

    @Override
    public void empty() {
        outbox.add(KeeperCommands.EMPTY);
    }

    @Override
    public void end() {
        quit.set(true);
        outbox.add(KeeperCommands.QUIT);
        outbox.close();
    }

    @Override
    public CompletableFuture<Void> ended() {
        return ended;
    }

    @Override
    public boolean isBroken() {
        return loss.get().isPresent();
    }

    @Override
    public void destroy() {
        if (parted.compareAndSet(false, true)) {
            Afterwards.ifWell(keeper, Keeper::destroy);
        }
    }

    // --- what the keeper says ---

    @Override
    public void hear(Report report) {
        if (!quit.get()) {
            understand(report);
        } else if (report.letter() == 'N' && parted.compareAndSet(false, true)) {
            giveBack(keeper.join());
        }
    }

    private void understand(Report report) {
        int number = report.number();
        switch (report.letter()) {
            case '1' -> output.add(number, Stream.OUTPUT, report.content());
            case '2' -> output.add(number, Stream.ERROR, report.content());
            case '3' -> output.add(number, Stream.LOG, report.content());
            case 'L' -> living.replace(number, Long.parseLong(report.text()));
            case 'F' -> launchFailed(number, report.text());
            case 'X' -> exited(number, WaitStatus.exit(Integer.parseInt(report.text())));
            case 'K' -> ranOutOfMemory(number, report.text());
            case 'M' -> listener.used(Long.parseLong(report.text()));
            case 'R' -> rested(number, report.text().equals("1"));
            default -> {}
        }
    }

    private void launchFailed(int number, String text) {
        living.remove(number);
        Listener.Cause cause = text.startsWith("D") ? Listener.Cause.DIRECTORY : Listener.Cause.PROGRAM;
        listener.launchFailed(number, cause, text.substring(1));
    }

    private void exited(int number, Exit exit) {
        output.end(number);
        if (living.remove(number) != null) {
            listener.exited(number, exit);
        }
    }

    private void ranOutOfMemory(int number, String text) {
        listener.ranOutOfMemory(number, text.startsWith("1"), Long.parseLong(text.substring(2)));
    }

    private void rested(int number, boolean frozen) {
        if (number == ticket.get()) {
            listener.rested(frozen);
        }
        source.atRest();
    }

    // --- its end ---

    private void giveBack(Keeper swept) {
        swept.leave();
        source.giveBack(swept);
        over("");
        ended.complete(null);
    }

    @Override
    public void lose(Keeper.End end) {
        List<Long> leaders = List.copyOf(living.values());
        over("its keeper ended: " + end.words());
        CompletableFuture<Void> cleared = site.directory()
                .filter(directory -> !end.swept())
                .map(directory -> Orphans.end(leaders, directory))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
        Afterwards.anyway(cleared, (nothing, failure) -> ended.complete(null));
    }

    /** Whoever is alive now is killed by the system, as the keeper's children, or by us. */
    private void over(String words) {
        loss.set(Optional.of(words));
        if (!quit.get()) {
            living.keySet().forEach(number -> {
                output.end(number);
                lose(number, words);
            });
            listener.rested(false);
        }
    }

    private void lose(int number, String words) {
        if (living.remove(number) != null && !quit.get()) {
            listener.exited(number, Exit.by(Signal.SIGKILL).detail(words));
        }
    }
}
