// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/** The operations that a runtime or an extension can call. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Endpoint {
    /** The runtime asks for the next invocation; a long poll. */
    RUNTIME_NEXT("GET", "/2018-06-01/runtime/invocation/next"),
    /** The runtime answers an invocation. */
    RUNTIME_RESPONSE("POST", "/2018-06-01/runtime/invocation/{id}/response"),
    /** The runtime reports that the function failed. */
    RUNTIME_ERROR("POST", "/2018-06-01/runtime/invocation/{id}/error"),
    /** The runtime reports that it could not initialize. */
    RUNTIME_INIT_ERROR("POST", "/2018-06-01/runtime/init/error"),
    /** Undocumented: answers {@code pong}. */
    RUNTIME_PING("GET", "/2018-06-01/ping"),
    /** An extension introduces itself and says which events it wants. */
    EXTENSION_REGISTER("POST", "/2020-01-01/extension/register"),
    /** An extension asks for the next event; a long poll. */
    EXTENSION_NEXT("GET", "/2020-01-01/extension/event/next"),
    /** An extension reports that it could not initialize. */
    EXTENSION_INIT_ERROR("POST", "/2020-01-01/extension/init/error"),
    /** An extension reports that it is about to exit because of an error. */
    EXTENSION_EXIT_ERROR("POST", "/2020-01-01/extension/exit/error"),
    /** Any other path. */
    UNKNOWN("", "");

    private final String method;
    private final String path;

    Endpoint(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** The HTTP method that AWS defines for it. */
    public String method() {
        return method;
    }

    /** Its path, with {@code {id}} where a request id stands. */
    public String path() {
        return path;
    }
}
