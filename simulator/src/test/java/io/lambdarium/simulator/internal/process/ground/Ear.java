// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens, and lets a test wait for what it wants to hear. */
final class Ear implements Listener {

    private final BlockingQueue<Heard> told = new LinkedBlockingQueue<>();

    /** The next of that kind; what comes before it is passed over. */
    <T extends Heard> T next(Class<T> kind) throws InterruptedException {
        return kind.cast(upTo(kind).get(0));
    }

    /** All up to the next of that kind, the latest first. */
    List<Heard> upTo(Class<? extends Heard> kind) throws InterruptedException {
        List<Heard> all = new ArrayList<>();
        while (all.isEmpty() || !kind.isInstance(all.get(0))) {
            Heard next = told.poll(10, TimeUnit.SECONDS);
            assertThat(next).as("%s after %s", kind.getSimpleName(), all).isNotNull();
            all.add(0, next);
        }
        return all;
    }

    /** The next line. */
    String line() throws InterruptedException {
        return next(Heard.Wrote.class).text();
    }

    /** How the next process exits that does. */
    Exit exit() throws InterruptedException {
        return next(Heard.Exited.class).exit();
    }

    /** The lines that were written before that exit. */
    List<String> linesBeforeExit() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Heard heard : upTo(Heard.Exited.class)) {
            if (heard instanceof Heard.Wrote wrote) {
                lines.add(0, wrote.text());
            }
        }
        return lines;
    }

    @Override
    public void launchFailed(int number, Cause cause, String reason) {
        told.add(new Heard.LaunchFailed(number, cause, reason));
    }

    @Override
    public void wrote(int number, Stream stream, String text) {
        told.add(new Heard.Wrote(number, stream, text));
    }

    @Override
    public void dropped(int number, long kept) {
        told.add(new Heard.Dropped(number, kept));
    }

    @Override
    public void exited(int number, Exit exit) {
        told.add(new Heard.Exited(number, exit));
    }

    @Override
    public void ranOutOfMemory(int number, boolean child, long bytes) {
        told.add(new Heard.RanOutOfMemory(number, child, bytes));
    }

    @Override
    public void used(long bytes) {
        told.add(new Heard.Used(bytes));
    }

    @Override
    public void rested(boolean frozen) {
        told.add(new Heard.Rested(frozen));
    }
}
