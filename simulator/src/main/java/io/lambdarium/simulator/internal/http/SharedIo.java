// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.internal.engine.AtExit;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.XnioWorker;

/** The one I/O thread and the one pool of buffers that all simulators of a JVM share; they begin with the first of them. */
final class SharedIo {

    /** One page of 16 KB, less what a heap array and its owner add. */
    private static final int BUFFER = 16 * 1024 - 20;

    private static final int POOLED = 64;
    private static final int POOLED_PER_THREAD = 4;
    private static final long PATIENCE = 500;

    static final XnioWorker WORKER = startWorker();

    /** Heap buffers: as fast here as direct ones, and on newer JDKs nobody is warned of unsafe memory. */
    static final ByteBufferPool BUFFERS = new DefaultByteBufferPool(false, BUFFER, POOLED, POOLED_PER_THREAD);

    private SharedIo() {}

    private static XnioWorker startWorker() {
        OptionMap options = OptionMap.builder()
                .set(Options.WORKER_NAME, "lambdarium-http")
                .set(Options.WORKER_IO_THREADS, 1)
                .set(Options.WORKER_TASK_CORE_THREADS, 0)
                .set(Options.WORKER_TASK_MAX_THREADS, 1)
                .set(Options.THREAD_DAEMON, true)
                .set(Options.TCP_NODELAY, true)
                .getMap();
        try {
            XnioWorker worker = QuietXnio.load().createWorker(options);
            AtExit.run("lambdarium-http-stop", () -> stop(worker));
            return worker;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot start the I/O thread that all simulators share: " + e.getMessage()
                            + ". See whether this process has file descriptors left.",
                    e);
        }
    }

    /** A JVM that exits while a thread waits in the operating system waits for it 300 ms: so it must not wait there. */
    static void stop(XnioWorker worker) {
        worker.shutdown();
        try {
            worker.awaitTermination(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
