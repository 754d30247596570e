// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.event.Endpoint;
import io.undertow.server.HttpServerExchange;
import java.util.HashMap;
import java.util.Map;

/**
 * What a path names. Paths are exact: case counts, and so do escapes and trailing slashes. Source: runtime-invoke §1.1.
 *
 * @param endpoint the operation
 * @param requestId the request id in the path, if it has one; else empty
 * @param path the path itself
 */
record Route(Endpoint endpoint, String requestId, String path) {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final String INVOCATION = RUNTIME + "invocation/";
    private static final String RESPONSE = "/response";
    private static final String ERROR = "/error";

    private static final Map<String, Endpoint> FIXED = fixed();

    static Route of(HttpServerExchange exchange) {
        String target = exchange.getRequestURI();
        return of(exchange.isHostIncludedInRequestURI() ? target.substring(endOfHost(target)) : target);
    }

    private static int endOfHost(String target) {
        int slash = target.indexOf('/', target.indexOf("://") + "://".length());
        return slash < 0 ? target.length() : slash;
    }

    static Route of(String path) {
        Endpoint fixed = FIXED.get(path);
        if (fixed != null) {
            return new Route(fixed, "", path);
        }
        if (path.startsWith(INVOCATION)) {
            return ofInvocation(path, path.substring(INVOCATION.length()));
        }
        return new Route(Endpoint.UNKNOWN, "", path);
    }

    private static Route ofInvocation(String path, String rest) {
        int slash = rest.indexOf('/');
        String operation = slash < 0 ? "" : rest.substring(slash);
        return switch (operation) {
            case RESPONSE -> new Route(Endpoint.RUNTIME_RESPONSE, rest.substring(0, slash), path);
            case ERROR -> new Route(Endpoint.RUNTIME_ERROR, rest.substring(0, slash), path);
            default -> new Route(Endpoint.UNKNOWN, "", path);
        };
    }

    /** Whether only a runtime has business there. */
    boolean isOfRuntime() {
        return path.startsWith(RUNTIME);
    }

    private static Map<String, Endpoint> fixed() {
        Map<String, Endpoint> paths = new HashMap<>();
        for (Endpoint endpoint : Endpoint.values()) {
            if (endpoint != Endpoint.UNKNOWN && !endpoint.path().contains("{")) {
                paths.put(endpoint.path(), endpoint);
            }
        }
        return paths;
    }
}
