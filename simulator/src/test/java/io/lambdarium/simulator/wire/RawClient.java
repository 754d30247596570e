// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.wire;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection that sends exactly the bytes it is told to, and reads whole responses.
 *
 * <p>Text is sent byte by byte as ISO 8859-1. Whoever waits longer than the patience gets an exception.
 */
public final class RawClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Socket socket;
    private final InputStream in;

    private RawClient(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects to {@code host:port}. */
    public static RawClient connect(String address) {
        int colon = address.lastIndexOf(':');
        int port = Integer.parseInt(address.substring(colon + 1));
        return calmly(() -> {
            Socket socket = new Socket();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.connect(new InetSocketAddress(InetAddress.getByName(address.substring(0, colon)), port));
            return new RawClient(socket);
        });
    }

    /** Whether somebody answers there: a port that is being closed may take one more connection, and says nothing on it. */
    public static boolean isAnswered(String address) {
        try (RawClient client = connect(address)) {
            client.send("GET /2018-06-01/ping HTTP/1.1\r\nHost: lambda\r\n\r\n");
            return client.in().read() >= 0;
        } catch (IOException | UncheckedIOException refused) {
            return false;
        }
    }

    /** Sends that text. */
    public RawClient send(String text) {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends those bytes. */
    public RawClient send(byte[] bytes) {
        return calmly(() -> {
            socket.getOutputStream().write(bytes);
            return this;
        });
    }

    /** Sends a GET; each header is a line such as {@code Name: value}. */
    public RawClient sendGet(String path, String... headers) {
        return send(head("GET", path, headers) + "\r\n");
    }

    /** Sends a GET and waits for its response. */
    public Reply get(String path, String... headers) {
        return sendGet(path, headers).receive();
    }

    /** Sends a POST with its length. */
    public RawClient sendPost(String path, byte[] body, String... headers) {
        return sendWithBody("POST", path, body, headers);
    }

    /** Sends a POST with its length, and waits for its response. */
    public Reply post(String path, String body, String... headers) {
        return sendPost(path, body.getBytes(StandardCharsets.UTF_8), headers).receive();
    }

    /** Sends a PUT with its length, and waits for its response. */
    public Reply put(String path, String body, String... headers) {
        return sendWithBody("PUT", path, body.getBytes(StandardCharsets.UTF_8), headers)
                .receive();
    }

    private RawClient sendWithBody(String method, String path, byte[] body, String... headers) {
        String length = "Content-Length: " + body.length + "\r\n\r\n";
        return send(head(method, path, headers) + length).send(body);
    }

    /** The request line and the header lines, without the empty line that ends them. */
    public static String head(String method, String path, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: lambda\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.toString();
    }

    /** Waits for one whole response. */
    public Reply receive() {
        return calmly(() -> ReplyReader.read(in));
    }

    /** Waits for the first byte of a response, and leaves the rest where it is. */
    public RawClient receiveSome() {
        return calmly(() -> {
            in.read();
            return this;
        });
    }

    /** Waits until the server has closed the connection; whatever came before that is dropped. */
    public void awaitEof() {
        calmly(() -> {
            try {
                return in.skip(Long.MAX_VALUE) + in.readAllBytes().length;
            } catch (SocketException reset) {
                return 0L;
            }
        });
    }

    /** Says that no more will be sent, and still listens. */
    public RawClient halfClose() {
        return calmly(() -> {
            socket.shutdownOutput();
            return this;
        });
    }

    /** Closes the connection as a killed process does that has not read everything: with a reset. */
    public void reset() {
        calmly(() -> {
            socket.setSoLinger(true, 0);
            socket.close();
            return this;
        });
    }

    /** What is read from the server, byte by byte. */
    public InputStream in() {
        return in;
    }

    @Override
    public void close() {
        calmly(() -> {
            socket.close();
            return this;
        });
    }

    private static <T> T calmly(Io<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e.toString(), e);
        }
    }

    private interface Io<T> {
        T run() throws IOException;
    }
}
