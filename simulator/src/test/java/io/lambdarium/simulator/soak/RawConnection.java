// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/** A keep-alive HTTP/1.1 connection on a blocking socket: as little as either end of one can cost. */
public final class RawConnection implements Closeable {

    private static final int SMALL = 16 * 1024;
    private static final int LARGEST_HEAD = 8 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[LARGEST_HEAD];
    private int start;
    private int end;

    /** A connection that somebody has opened. */
    public RawConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** Connects to {@code host:port}. */
    public static RawConnection to(String address) throws IOException {
        int colon = address.lastIndexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1));
        return new RawConnection(new Socket(InetAddress.getByName(address.substring(0, colon)), port));
    }

    /** Sends a head, which must end with an empty line, and a body; a small one in a single write. */
    public void send(byte[] head, byte[] body) throws IOException {
        if (body.length > SMALL) {
            out.write(head);
            out.write(body);
        } else {
            byte[] whole = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, whole, head.length, body.length);
            out.write(whole);
        }
    }

    /** Waits for the next message. */
    public RawMessage read() throws IOException {
        int headEnd = readHead();
        String head = new String(buffer, start, headEnd - start, ISO_8859_1);
        start = headEnd;
        String length = RawMessage.field(head, "Content-Length");
        return new RawMessage(head, readBody(length.isEmpty() ? 0 : Integer.parseInt(length)));
    }

    /** Waits for the next message no longer than that. */
    public RawMessage read(Duration patience) throws IOException {
        socket.setSoTimeout((int) patience.toMillis());
        return read();
    }

    private int readHead() throws IOException {
        int headEnd = findHeadEnd();
        while (headEnd < 0) {
            fill();
            headEnd = findHeadEnd();
        }
        return headEnd;
    }

    private int findHeadEnd() {
        for (int i = start; i + 3 < end; i++) {
            if (buffer[i] == '\r' && buffer[i + 2] == '\r' && buffer[i + 1] == '\n' && buffer[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            throw new IOException("The other end sends a head of more than " + LARGEST_HEAD + " bytes.");
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            throw new EOFException("The other end has closed the connection.");
        }
        end += count;
    }

    private byte[] readBody(int length) throws IOException {
        int here = Math.min(length, end - start);
        byte[] body = Arrays.copyOfRange(buffer, start, start + here);
        start += here;
        if (here == length) {
            return body;
        }
        byte[] whole = Arrays.copyOf(body, length);
        if (in.readNBytes(whole, here, length - here) < length - here) {
            throw new EOFException("The other end has closed the connection within a body.");
        }
        return whole;
    }

    /** Closes it; whoever reads gets an exception. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
