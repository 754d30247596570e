// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Answer.InvokeEvent;
import io.lambdarium.simulator.event.Answer.MethodNotAllowed;
import io.lambdarium.simulator.event.Answer.NextInvocation;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.Answer.Registered;
import io.lambdarium.simulator.event.Answer.ShutdownEvent;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.engine.Payloads;
import java.time.Instant;

/** Answers as AWS writes them, byte for byte. Source: runtime-invoke §§1.1 to 1.4, extensions-telemetry §§0.3 to 1.5. */
final class WireFormat {

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final Payload ACCEPTED = Payload.of("{\"status\":\"OK\"}\n");
    private static final Payload PONG = Payload.of("pong");
    private static final Payload NOT_FOUND = Payload.of("404 page not found\n");

    private final Payloads payloads;

    WireFormat(Payloads payloads) {
        this.payloads = payloads;
    }

    Response of(Answer answer) {
        if (answer instanceof NextInvocation next) {
            return next(next);
        } else if (answer instanceof Answer.Accepted) {
            return Response.of(202, ACCEPTED).with(Fields.CONTENT_TYPE, JSON);
        } else if (answer instanceof Refused refused) {
            return refused(refused);
        } else if (answer instanceof InvokeEvent event) {
            return invoke(event);
        } else if (answer instanceof ShutdownEvent event) {
            return shutdown(event);
        } else if (answer instanceof Registered registered) {
            return registered(registered);
        } else if (answer instanceof MethodNotAllowed wrong) {
            return Response.of(405, Payload.empty()).with(Fields.ALLOW, wrong.allow());
        }
        return answer instanceof Answer.Pong
                ? Response.of(200, PONG).with(Fields.CONTENT_TYPE, TEXT)
                : Response.of(404, NOT_FOUND)
                        .with(Fields.CONTENT_TYPE, TEXT)
                        .with(Fields.CONTENT_TYPE_OPTIONS, "nosniff");
    }

    private Response next(NextInvocation next) {
        InvocationRequest request = next.request();
        return Response.of(200, payloads.of(request.requestId()))
                .with(Fields.CONTENT_TYPE, request.contentType().isEmpty() ? JSON : request.contentType())
                .with(Fields.REQUEST_ID, request.requestId())
                .with(Fields.DEADLINE, Long.toString(next.deadline().toEpochMilli()))
                .with(Fields.FUNCTION_ARN, request.functionArn())
                .with(Fields.TRACE_ID, request.traceId())
                .with(Fields.CLIENT_CONTEXT, request.clientContext())
                .with(Fields.COGNITO_IDENTITY, request.cognitoIdentity())
                .with(Fields.TENANT_ID, request.tenantId())
                .with(Fields.INVOCATION_ID, next.invocationId());
    }

    private static Response refused(Refused refused) {
        String body = new JsonObject()
                .text("errorMessage", refused.errorMessage())
                .text("errorType", refused.errorType())
                .toString();
        return json(refused.status(), body + "\n");
    }

    private static Response registered(Registered registered) {
        JsonObject body = new JsonObject();
        if (!registered.accountId().isEmpty()) {
            body.text("accountId", registered.accountId());
        }
        body.text("functionName", registered.functionName())
                .text("functionVersion", registered.functionVersion())
                .text("handler", registered.handler());
        return json(200, body + "\n").with(Fields.EXTENSION_ID, registered.identifier());
    }

    private static Response invoke(InvokeEvent event) {
        InvocationRequest request = event.request();
        JsonObject body = event("INVOKE", event.deadline())
                .text("requestId", request.requestId())
                .text("invokedFunctionArn", request.functionArn());
        if (!request.traceId().isEmpty()) {
            body.object(
                    "tracing", new JsonObject().text("type", "X-Amzn-Trace-Id").text("value", request.traceId()));
        }
        return json(200, body.toString()).with(Fields.EXTENSION_EVENT_ID, event.eventId());
    }

    /** AWS declares no type for it, so that its server guesses one (E-068). */
    private static Response shutdown(ShutdownEvent event) {
        String body = event("SHUTDOWN", event.deadline())
                .text("shutdownReason", event.reason().wireName())
                .toString();
        return Response.of(200, Payload.of(body)).with(Fields.CONTENT_TYPE, TEXT);
    }

    private static JsonObject event(String type, Instant deadline) {
        return new JsonObject().text("eventType", type).number("deadlineMs", deadline.toEpochMilli());
    }

    private static Response json(int status, String body) {
        return Response.of(status, Payload.of(body)).with(Fields.CONTENT_TYPE, JSON);
    }
}
