// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.internal.engine.Payloads;
import io.lambdarium.simulator.internal.lifecycle.Call;
import java.util.Optional;

/** The Runtime API, 2018-06-01. Source: runtime-invoke §1. */
final class RuntimeApi implements Api {

    private static final String STREAMING = "streaming";
    private static final String ERROR_WITH_CAUSE = "application/vnd.aws.lambda.error.cause+json";

    private final Payloads payloads;

    RuntimeApi(Payloads payloads) {
        this.payloads = payloads;
    }

    /** Whether the runtime says that it streams its response. */
    static boolean isStreamed(Request request) {
        return request.header(Fields.RESPONSE_MODE).equals(STREAMING);
    }

    /** The validated type of the error that the runtime reports. */
    static String errorType(Request request) {
        return ErrorTypes.valid(request.header(Fields.ERROR_TYPE));
    }

    @Override
    public Optional<Call> early(Request request) {
        return switch (request.endpoint()) {
            case RUNTIME_NEXT -> Optional.of(new Call.RuntimeNext(request.call()));
            case RUNTIME_RESPONSE ->
                Optional.of(new Call.ResponseBegan(
                        request.call(), request.route().requestId(), echo(request), isLegalMode(request)));
            case RUNTIME_ERROR ->
                Optional.of(new Call.ErrorBegan(request.call(), request.route().requestId(), echo(request)));
            case RUNTIME_PING -> Optional.of(request.settled(new Answer.Pong(), ""));
            default -> Optional.empty();
        };
    }

    @Override
    public Call late(Request request, Payload body) {
        if (request.endpoint() != Endpoint.RUNTIME_INIT_ERROR) {
            throw new IllegalStateException("its head says it all: " + request.endpoint());
        }
        payloads.keep(request.call(), reported(request, body));
        return new Call.RuntimeInitError(request.call(), errorType(request));
    }

    /** No mode at all means buffered; naming that mode is an error. */
    private static boolean isLegalMode(Request request) {
        return request.header(Fields.RESPONSE_MODE).isEmpty() || isStreamed(request);
    }

    /** A header without a value is an echo too, and a wrong one. */
    private static Optional<String> echo(Request request) {
        return request.has(Fields.INVOCATION_ID) ? Optional.of(request.header(Fields.INVOCATION_ID)) : Optional.empty();
    }

    /** What is passed on of the error that the runtime reports. */
    static Payload reported(Request request, Payload body) {
        boolean withCause = request.header(Fields.CONTENT_TYPE).equals(ERROR_WITH_CAUSE);
        return withCause ? ControlJson.withoutCause(body) : body;
    }
}
