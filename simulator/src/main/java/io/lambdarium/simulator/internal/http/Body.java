// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.internal.lifecycle.Limits;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.xnio.ChannelListener;
import org.xnio.channels.StreamSourceChannel;

/** Reads one body as it arrives, without a thread. What goes beyond the limit is counted and not kept. */
final class Body implements ChannelListener<StreamSourceChannel> {

    private static final int LIMIT = Math.toIntExact(Limits.RESPONSE);
    private static final int FIRST_GUESS = 8 * 1024;

    /** The JDK sets as much memory aside as we offer it at once. */
    private static final int WINDOW = 128 * 1024;

    /** As many digits as the limit has. */
    private static final int DIGITS = 7;

    private static final byte[] NOWHERE = new byte[16 * 1024];

    private final HttpServerExchange exchange;
    private final Reader reader;
    private final Optional<ChunkFraming> framing;
    private final boolean growing;
    private byte[] bytes;
    private long size;

    private Body(HttpServerExchange exchange, Reader reader, int announced) {
        this.exchange = exchange;
        this.reader = reader;
        this.framing = WatchedSource.watch(exchange);
        this.growing = announced < 0 || announced > LIMIT;
        this.bytes = new byte[growing ? FIRST_GUESS : announced];
    }

    /** Reads the body of a request, which may be there, on its way, or none at all. */
    static void read(HttpServerExchange exchange, Reader reader) {
        if (exchange.isRequestComplete()) {
            reader.ended(Payload.empty(), 0);
        } else {
            new Body(exchange, reader, announced(exchange)).handleEvent(exchange.getRequestChannel());
        }
    }

    /** The length of the body if the caller announced a sensible one; else -1. */
    private static int announced(HttpServerExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst(Headers.CONTENT_LENGTH);
        boolean sensible = length != null
                && length.length() <= DIGITS
                && !exchange.getRequestHeaders().contains(Headers.TRANSFER_ENCODING);
        return sensible ? Integer.parseInt(length) : -1;
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
        try {
            boolean all = readWhatIsThere(channel);
            if (isMisframed(all)) {
                channel.suspendReads();
                exchange.setPersistent(false);
                reader.brokeOff();
            } else if (all) {
                reader.ended(payload(), size);
            } else {
                channel.getReadSetter().set(this);
                channel.resumeReads();
            }
        } catch (IOException e) {
            reader.brokeOff();
        }
    }

    private boolean isMisframed(boolean all) {
        return framing.filter(chunks -> chunks.isBroken() || (all && !chunks.isOver()))
                .isPresent();
    }

    /** Whether that was all. */
    private boolean readWhatIsThere(StreamSourceChannel channel) throws IOException {
        int count = channel.read(room());
        while (count > 0) {
            size += count;
            count = isMisframed(false) ? 0 : channel.read(room());
        }
        return count < 0;
    }

    private ByteBuffer room() {
        if (growing && size == bytes.length && size < LIMIT) {
            bytes = Arrays.copyOf(bytes, Math.min(LIMIT, 2 * bytes.length));
        }
        if (size >= bytes.length) {
            return ByteBuffer.wrap(NOWHERE);
        }
        int start = (int) size;
        return ByteBuffer.wrap(bytes, start, Math.min(WINDOW, bytes.length - start));
    }

    private Payload payload() {
        if (size > LIMIT) {
            return Payload.empty();
        }
        return Payload.of(size == bytes.length ? bytes : Arrays.copyOf(bytes, (int) size));
    }

    /** Whom it is read for. */
    interface Reader {

        /** It is all there; beyond the limit, only its size is. */
        void ended(Payload body, long size);

        /** No more will come of it. */
        void brokeOff();
    }
}
