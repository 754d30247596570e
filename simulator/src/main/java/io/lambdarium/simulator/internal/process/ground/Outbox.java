// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Commands on their way to a keeper, in their order; kept until there is one. Whoever leaves a command while nobody writes,
 * writes what is there.
 *
 * <p>Writing waits for nobody, as a rule: a pipe holds more than an environment is told at once, unless somebody is launched with
 * long arguments; and a keeper hears commands before all else.
 */
final class Outbox {

    private static final byte[] CLOSED = {};

    private final Queue<byte[]> waiting = new ConcurrentLinkedQueue<>();
    /** How many commands have not been looked at; whoever raises it from zero writes. Until it is opened, nobody does. */
    private final AtomicInteger unseen = new AtomicInteger(1);

    private final AtomicReference<@Nullable OutputStream> keeper = new AtomicReference<>();

    /** Says that, if it is not closed yet. */
    void add(byte[] command) {
        waiting.add(command);
        if (unseen.getAndIncrement() == 0) {
            write();
        }
    }

    /** From now on, this is where commands go; called once. */
    void open(OutputStream stream) {
        keeper.set(stream);
        write();
    }

    /** What is added from now on is never said: the keeper may be somebody else's by then. */
    void close() {
        add(CLOSED);
    }

    private void write() {
        int seen = unseen.get();
        while (seen != 0) {
            try {
                writeAll();
            } catch (IOException e) {
                // There is no keeper any more; whoever reads what it says finds that out.
            }
            seen = unseen.addAndGet(-seen);
        }
    }

    private void writeAll() throws IOException {
        OutputStream stream = keeper.get();
        for (byte[] command = waiting.poll(); command != null; command = waiting.poll()) {
            if (stream != null && command.length > 0) {
                stream.write(command);
            } else if (stream != null) {
                stream.flush();
                keeper.set(null);
                stream = null;
            }
        }
        if (stream != null) {
            stream.flush();
        }
    }
}
