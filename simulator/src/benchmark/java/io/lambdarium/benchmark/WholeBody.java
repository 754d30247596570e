// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/** The body of a request whose length was announced, read as it comes and without a thread, for a floor. */
final class WholeBody implements ChannelListener<StreamSourceChannel> {

    /** The JDK sets as much memory aside as it is offered at once. */
    private static final int WINDOW = 128 * 1024;

    private final HttpServerExchange exchange;
    private final Consumer<byte[]> reader;
    private final byte[] bytes;
    private int size;

    private WholeBody(HttpServerExchange exchange, Consumer<byte[]> reader) {
        this.exchange = exchange;
        this.reader = reader;
        this.bytes = new byte[(int) exchange.getRequestContentLength()];
    }

    static void read(HttpServerExchange exchange, Consumer<byte[]> reader) {
        new WholeBody(exchange, reader).handleEvent(exchange.getRequestChannel());
    }

    @Override
    public void handleEvent(StreamSourceChannel channel) {
        try {
            int count = channel.read(room());
            while (count > 0) {
                size += count;
                count = channel.read(room());
            }
            if (count < 0) {
                reader.accept(bytes);
            } else {
                channel.getReadSetter().set(this);
                channel.resumeReads();
            }
        } catch (IOException e) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    /** When all of it is there, one more read says so. */
    private ByteBuffer room() {
        int left = bytes.length - size;
        return left == 0 ? ByteBuffer.allocate(1) : ByteBuffer.wrap(bytes, size, Math.min(WINDOW, left));
    }
}
