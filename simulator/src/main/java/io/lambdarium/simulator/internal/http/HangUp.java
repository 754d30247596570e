// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.ChannelListener;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.conduits.StreamSourceConduit;

/**
 * Notices a caller that hangs up while it waits.
 *
 * <p>Undertow does not look at a connection whose request is complete, so an event given to a dead runtime would count as
 * delivered. We keep reading: the end of the stream is a hang-up, and bytes are the next request, kept for later.
 */
final class HangUp implements ChannelListener<ConduitStreamSourceChannel> {

    private final HttpServerConnection connection;
    private final StreamSourceConduit socket;
    private final Runnable gone;

    private HangUp(HttpServerConnection connection, Runnable gone) {
        this.connection = connection;
        this.socket = connection.getOriginalSourceConduit();
        this.gone = gone;
    }

    /** Runs the action if the caller of that complete request hangs up, or closes its half of the connection. */
    static void watch(HttpServerExchange exchange, Runnable gone) {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        connection.getChannel().getSourceChannel().setReadListener(new HangUp(connection, gone));
        connection.getOriginalSourceConduit().resumeReads();
    }

    /** Looks away. */
    static void ignore(HttpServerExchange exchange) {
        ((HttpServerConnection) exchange.getConnection())
                .getOriginalSourceConduit()
                .suspendReads();
    }

    @Override
    public void handleEvent(ConduitStreamSourceChannel channel) {
        try {
            if (keepWhatComes() < 0) {
                gone.run();
            }
        } catch (IOException e) {
            gone.run();
        }
    }

    private int keepWhatComes() throws IOException {
        PooledByteBuffer kept = connection.getExtraBytes();
        PooledByteBuffer pooled = kept == null ? connection.getByteBufferPool().allocate() : kept;
        ByteBuffer buffer =
                kept == null ? pooled.getBuffer().clear() : pooled.getBuffer().compact();
        try {
            return socket.read(buffer);
        } finally {
            if (!buffer.hasRemaining()) {
                socket.suspendReads();
            }
            buffer.flip();
            if (kept == null && buffer.hasRemaining()) {
                connection.setExtraBytes(pooled);
            } else if (kept == null) {
                pooled.close();
            }
        }
    }
}
