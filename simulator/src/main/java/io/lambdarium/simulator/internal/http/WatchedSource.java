// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** What comes from a socket, with somebody who looks on while a chunked body comes. */
final class WatchedSource extends AbstractStreamSourceConduit<StreamSourceConduit> {

    /** Undertow closes a connection that ends within a chunk, though its peer may still listen. */
    private static final int NOTHING_YET = 0;

    private Optional<ChunkFraming> onlooker = Optional.empty();

    private WatchedSource(StreamSourceConduit next) {
        super(next);
    }

    /** To be called before Undertow knows the connection. */
    static void install(StreamConnection connection) {
        connection
                .getSourceChannel()
                .setConduit(new WatchedSource(connection.getSourceChannel().getConduit()));
    }

    /** Looks at the body of that request as it comes, if it comes in chunks. Its first bytes may be there already. */
    static Optional<ChunkFraming> watch(HttpServerExchange exchange) {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        WatchedSource source = (WatchedSource) connection.getOriginalSourceConduit();
        source.onlooker = exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING)
                ? Optional.of(new ChunkFraming())
                : Optional.empty();
        PooledByteBuffer there = connection.getExtraBytes();
        if (there != null) {
            source.onlooker.ifPresent(framing -> framing.see(there.getBuffer().duplicate()));
        }
        return source.onlooker;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int begin = target.position();
        int count = super.read(target);
        if (onlooker.isEmpty()) {
            return count;
        }
        if (count < 0) {
            return onlooker.get().breaksOff() ? NOTHING_YET : count;
        }
        onlooker.get().see(target.duplicate().flip().position(begin));
        return count;
    }
}
