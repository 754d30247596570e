// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** A floor: Undertow as it comes, or on one worker for all servers; it answers every request with nothing, unless told otherwise. */
final class BareServer implements Closeable {

    private static final class Shared {

        static final XnioWorker WORKER = worker();
        static final ByteBufferPool POOL = new DefaultByteBufferPool(false, 16 * 1024 - 20, 64, 4);

        private static XnioWorker worker() {
            OptionMap options = OptionMap.builder()
                    .set(Options.WORKER_NAME, "bare")
                    .set(Options.WORKER_IO_THREADS, 1)
                    .set(Options.WORKER_TASK_CORE_THREADS, 0)
                    .set(Options.WORKER_TASK_MAX_THREADS, 1)
                    .set(Options.THREAD_DAEMON, true)
                    .set(Options.TCP_NODELAY, true)
                    .getMap();
            try {
                XnioWorker worker = Xnio.getInstance("nio", BareServer.class.getClassLoader())
                        .createWorker(options);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(worker)));
                return worker;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A thread that still waits in the operating system would hold the JVM's exit up for 300 ms. */
        private static void end(XnioWorker worker) {
            worker.shutdown();
            try {
                worker.awaitTermination(500, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final Undertow undertow;

    private BareServer(Undertow.Builder builder, HttpHandler handler) {
        this.undertow = builder.addHttpListener(0, "127.0.0.1")
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
                .setHandler(handler)
                .build();
        undertow.start();
    }

    static BareServer shared() {
        return shared(exchange -> {});
    }

    static BareServer shared(HttpHandler handler) {
        return new BareServer(Undertow.builder().setWorker(Shared.WORKER).setByteBufferPool(Shared.POOL), handler);
    }

    static BareServer defaults() {
        return new BareServer(Undertow.builder(), exchange -> {});
    }

    String address() {
        InetSocketAddress address =
                (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
        return "127.0.0.1:" + address.getPort();
    }

    @Override
    public void close() {
        undertow.getListenerInfo().forEach(Undertow.ListenerInfo::suspend);
        undertow.stop();
    }
}
