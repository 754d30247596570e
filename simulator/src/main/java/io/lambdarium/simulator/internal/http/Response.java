// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.ArrayList;
import java.util.List;

/** A status, header fields and a body. */
record Response(int status, List<Field> fields, Payload body) {

    private static final int FIRST_REFUSAL = 400;

    static Response of(int status, Payload body) {
        return new Response(status, new ArrayList<>(), body);
    }

    /** With that field too, unless its value is empty. */
    Response with(HttpString field, String value) {
        if (!value.isEmpty()) {
            fields.add(new Field(field, HeaderText.safe(value)));
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
        for (Field field : fields) {
            headers.put(field.name, field.value);
        }
        if (exchange.isHttp10() && exchange.isPersistent()) {
            headers.put(Headers.CONNECTION, Headers.KEEP_ALIVE.toString());
        }
        exchange.setResponseContentLength(length);
    }

    private record Field(HttpString name, String value) {}
}
