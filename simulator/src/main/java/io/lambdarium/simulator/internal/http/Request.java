// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Claim;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HttpString;
import java.nio.charset.StandardCharsets;

/**
 * The head of a request.
 *
 * @param call its number
 * @param method its method, as it was spelled
 * @param route what its path names
 * @param headers its headers, as they were read: one character is one byte
 */
record Request(CallId call, String method, Route route, HeaderMap headers) {

    static Request of(CallId call, HttpServerExchange exchange) {
        return new Request(
                call, exchange.getRequestMethod().toString(), Route.of(exchange), exchange.getRequestHeaders());
    }

    Endpoint endpoint() {
        return route.endpoint();
    }

    boolean has(HttpString header) {
        return headers.contains(header);
    }

    /** The first value of that header, read as UTF-8; empty if there is none. */
    String header(HttpString name) {
        String value = headers.getFirst(name);
        return value == null ? "" : utf8(value);
    }

    /** The call, whose answer does not depend on the environment; the subject is method and path where that was the matter. */
    Call settled(Answer answer, String subject) {
        return new Call.Settled(call, endpoint(), answer, subject, claim());
    }

    private Claim claim() {
        String identifier = header(Fields.EXTENSION_ID);
        return new Claim(
                Identifier.canonical(identifier).orElse(identifier),
                header(Fields.EXTENSION_NAME),
                route.isOfRuntime());
    }

    private static String utf8(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) > 0x7F) {
                return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            }
        }
        return bytes;
    }
}
