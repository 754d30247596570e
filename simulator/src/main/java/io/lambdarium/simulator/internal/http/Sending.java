// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/** Writes one response, as fast as its reader takes it, without a thread. */
final class Sending implements ChannelListener<StreamSinkChannel> {

    /** The JDK copies whatever it is offered at once, and sets as much memory aside. */
    private static final int WINDOW = 128 * 1024;

    private final byte[] body;
    private final Sender sender;
    private int position;
    private boolean waiting;

    private Sending(byte[] body, Sender sender) {
        this.body = body;
        this.sender = sender;
    }

    static void whole(HttpServerExchange exchange, Response response, Sender sender) {
        byte[] body = response.body().bytes();
        response.head(exchange, body.length);
        new Sending(body, sender).handleEvent(exchange.getResponseChannel());
    }

    /** Sends the head and the first half of the body, and closes the connection. An empty body lacks a byte, too. */
    static void half(HttpServerExchange exchange, Response response, Sender sender) {
        byte[] body = response.body().bytes();
        response.head(exchange, Math.max(1, body.length));
        try {
            StreamSinkChannel channel = exchange.getResponseChannel();
            channel.write(ByteBuffer.wrap(body, 0, body.length / 2));
            channel.flush();
        } catch (IOException e) {
            IoUtils.safeClose(exchange.getConnection());
        }
        sender.failed();
    }

    @Override
    public void handleEvent(StreamSinkChannel channel) {
        try {
            if (write(channel)) {
                waitForRoom(channel, false);
                sender.sent();
            } else {
                waitForRoom(channel, true);
            }
        } catch (IOException e) {
            sender.failed();
        }
    }

    /** Whether all of it is with the operating system. The head goes before the body, or alone if there is none. */
    private boolean write(StreamSinkChannel channel) throws IOException {
        while (position < body.length) {
            int count = channel.write(ByteBuffer.wrap(body, position, Math.min(WINDOW, body.length - position)));
            if (count == 0) {
                return false;
            }
            position += count;
        }
        return body.length > 0 || channel.flush();
    }

    private void waitForRoom(StreamSinkChannel channel, boolean wanted) {
        if (wanted && !waiting) {
            channel.getWriteSetter().set(this);
            channel.resumeWrites();
        } else if (waiting && !wanted) {
            channel.suspendWrites();
        }
        waiting = wanted;
    }

    /** Whom it is written for. */
    interface Sender {

        /** All of it is with the operating system. */
        void sent();

        /** It did not get there. */
        void failed();
    }
}
