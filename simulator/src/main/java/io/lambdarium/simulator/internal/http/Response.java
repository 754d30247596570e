// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** A status, header fields and a body. */
record Response(int status, HeaderMap fields, Payload body) {

    private static final int FIRST_REFUSAL = 400;

    static Response of(int status, Payload body) {
        return new Response(status, new HeaderMap(), body);
    }

    /** With that field too, unless its value is empty. */
    Response with(HttpString field, String value) {
        if (!value.isEmpty()) {
            fields.put(field, HeaderText.safe(value));
        }
        return this;
    }

    boolean isRefusal() {
        return status >= FIRST_REFUSAL;
    }

    /** Makes it the head of the exchange's response, with a body of that length to follow. */
    void head(HttpServerExchange exchange, long length) {
        exchange.setStatusCode(status);
        HeaderMap headers = exchange.getResponseHeaders();
        for (HeaderValues field : fields) {
            headers.put(field.getHeaderName(), field.getFirst());
        }
        if (exchange.isHttp10() && exchange.isPersistent()) {
            headers.put(Headers.CONNECTION, Headers.KEEP_ALIVE.toString());
        }
        exchange.setResponseContentLength(length);
    }
}
