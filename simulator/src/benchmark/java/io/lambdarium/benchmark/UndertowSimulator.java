// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.xnio.IoUtils;

/**
 * A floor: the Runtime API for one runtime on Undertow, with nothing checked and nothing remembered. What it takes longer than
 * the one on a raw socket is Undertow's share.
 */
final class UndertowSimulator implements HttpHandler, Closeable {

    private static final HttpString REQUEST_ID = new HttpString("Lambda-Runtime-Aws-Request-Id");
    private static final HttpString DEADLINE = new HttpString("Lambda-Runtime-Deadline-Ms");
    private static final HttpString FUNCTION_ARN = new HttpString("Lambda-Runtime-Invoked-Function-Arn");
    private static final HttpString TRACE_ID = new HttpString("Lambda-Runtime-Trace-Id");
    private static final byte[] ACCEPTED = "{\"status\":\"OK\"}\n".getBytes(US_ASCII);

    private final Rendezvous<HttpServerExchange> rendezvous = new Rendezvous<>(UndertowSimulator::hand);
    private final BareServer server = BareServer.shared(this);
    private final Closeable runtime;

    UndertowSimulator() throws IOException {
        this(RawSimulator::inProcess);
    }

    UndertowSimulator(RawSimulator.Starting starting) throws IOException {
        runtime = starting.at(server.address());
    }

    byte[] invoke(byte[] event) throws IOException {
        return rendezvous.invoke(event);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> {
            if (exchange.getRequestMethod().equals(Methods.GET)) {
                park(exchange);
            } else {
                WholeBody.read(exchange, body -> accept(exchange, body));
            }
        });
    }

    private void park(HttpServerExchange exchange) {
        try {
            rendezvous.park(exchange);
        } catch (IOException e) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void accept(HttpServerExchange exchange, byte[] body) {
        rendezvous.answer(body);
        exchange.setStatusCode(202).getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(ByteBuffer.wrap(ACCEPTED));
    }

    private static void hand(HttpServerExchange exchange, byte[] event) {
        if (exchange.isInIoThread()) {
            deliver(exchange, event);
        } else {
            exchange.getIoThread().execute(() -> deliver(exchange, event));
        }
    }

    private static void deliver(HttpServerExchange exchange, byte[] event) {
        HeaderMap headers = exchange.getResponseHeaders();
        headers.put(Headers.CONTENT_TYPE, "application/json");
        headers.put(REQUEST_ID, "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        headers.put(DEADLINE, "1542409706888");
        headers.put(FUNCTION_ARN, "arn:aws:lambda:us-east-1:123456789012:function:echo");
        headers.put(TRACE_ID, "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=0");
        exchange.getResponseSender().send(ByteBuffer.wrap(event));
    }

    /** Returns when the runtime is gone too. */
    @Override
    public void close() throws IOException {
        server.close();
        runtime.close();
    }
}
