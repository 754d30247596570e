// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The place of a participant that someone else starts: we can tell it nothing and only note what Lambda would do. */
final class AttachedSeat implements Presence, Attached.Seat {

    private static final Exit KILLED = Exit.by(Signal.SIGKILL)
            .detail("could not be killed, since someone else started it: it counts as killed, and may still run");

    private final Attached attached;
    private final Map<String, String> variables;
    private final Watch watch;
    /** For each signal whether it was sent, once that is certain. */
    private final Map<Signal, CompletableFuture<Boolean>> sent = new EnumMap<>(Signal.class);

    AttachedSeat(Attached attached, Map<String, String> variables, Watch watch) {
        this.attached = attached;
        this.variables = variables;
        this.watch = watch;
        for (Signal signal : Signal.values()) {
            sent.put(signal, new CompletableFuture<>());
        }
    }

    @Override
    public void start() {
        attached.launch(this);
    }

    @Override
    public void signal(Signal signal) {
        sending(signal).complete(true);
        if (signal == Signal.SIGKILL) {
            end(KILLED);
        }
    }

    @Override
    public Map<String, String> variables() {
        return variables;
    }

    /** A process that was killed gets no other signal, so the order is always the same. */
    @Override
    public List<Signal> signals() {
        return Arrays.stream(Signal.values())
                .filter(signal -> sending(signal).getNow(false))
                .toList();
    }

    @Override
    public boolean awaitSignal(Signal signal, Duration patience) {
        try {
            return sending(signal).get(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("sending a signal never fails", e);
        }
    }

    @Override
    public void exit(Exit exit) {
        watch.gone();
        end(exit);
    }

    /** Whoever waits for a signal that has not been sent need not wait longer. */
    private void end(Exit exit) {
        sent.values().forEach(sending -> sending.complete(false));
        watch.exited(exit);
    }

    private CompletableFuture<Boolean> sending(Signal signal) {
        return sent.getOrDefault(signal, CompletableFuture.completedFuture(false));
    }
}
