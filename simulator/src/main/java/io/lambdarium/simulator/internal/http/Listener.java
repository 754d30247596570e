// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.SimulatorException;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.channels.AcceptingChannel;

/** One socket that listens on a port of its own, and the connections that came through it. */
final class Listener {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int FIELDS = 10_000;

    /**
     * Bodies may be as large as they like, for the limits are AWS's and have answers of their own; heads have as many fields as
     * find room in them, nearly, for Go's server counts none; a runtime may compute for longer than a minute; the answer to one
     * request does not wait for the answer to the one pipelined behind it.
     */
    static final OptionMap OPTIONS = OptionMap.builder()
            .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
            .set(UndertowOptions.MAX_HEADERS, FIELDS)
            .set(UndertowOptions.NO_REQUEST_TIMEOUT, -1)
            .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
            .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
            .getMap();

    private static final OptionMap SOCKET = OptionMap.builder()
            .set(Options.TCP_NODELAY, true)
            .set(Options.REUSE_ADDRESSES, true)
            .getMap();

    private final HttpOpenListener connections;
    private final AcceptingChannel<StreamConnection> server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Listener(HttpHandler handler, OptionMap options) throws IOException {
        connections = new HttpOpenListener(SharedIo.BUFFERS, options);
        connections.setRootHandler(new HttpContinueReadHandler(handler));
        server = SharedIo.WORKER.createStreamConnectionServer(
                new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), this::accept, SOCKET);
        server.resumeAccepts();
    }

    static Listener open(HttpHandler handler) {
        return open(handler, OPTIONS);
    }

    static Listener open(HttpHandler handler, OptionMap options) {
        try {
            return new Listener(handler, options);
        } catch (IOException e) {
            throw new SimulatorException(
                    "Cannot listen on a port of 127.0.0.1 for the Runtime API: " + e.getMessage()
                            + ". See whether this process may open sockets and has file descriptors left.",
                    e);
        }
    }

    String address() {
        return "127.0.0.1:" + server.getLocalAddress(InetSocketAddress.class).getPort();
    }

    /** XNIO's own way complains loudly when it looks once more after the end, which it sometimes does. */
    private void accept(AcceptingChannel<StreamConnection> channel) {
        try {
            for (StreamConnection next = channel.accept(); next != null; next = channel.accept()) {
                welcome(next);
            }
        } catch (IOException e) {
            IoUtils.safeClose(channel);
        }
    }

    /** A connection that was accepted but not yet handed over when we closed must not outlive us. */
    private void welcome(StreamConnection connection) {
        if (closed.get()) {
            IoUtils.safeClose(connection);
        } else {
            WatchedSource.install(connection);
            connections.handleEvent(connection);
        }
    }

    /** Closes the connections that are there now; their peers see the end of the stream. */
    void closeConnections() {
        connections.closeConnections();
    }

    /** Stops listening, at once, and closes all connections. */
    void close() {
        if (closed.compareAndSet(false, true)) {
            IoUtils.safeClose(server);
            SharedIo.WORKER.getIoThread().execute(this::hangUp);
        }
    }

    /** A JVM that exits ends the I/O thread, which takes its connections along and no further task. */
    private void hangUp() {
        try {
            connections.closeConnections();
        } catch (RejectedExecutionException exiting) {
            // nothing is left to be closed
        }
    }
}
