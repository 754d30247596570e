// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.util.Locale;
import java.util.Set;

/** What the platform itself tells a caller, byte for byte. Source: runtime-invoke §§4.3 and 4.4. */
final class Outcomes {

    /** Errors that production words without naming the request, and with the message first. */
    private static final Set<String> MESSAGE_FIRST = Set.of("Function.ResponseSizeTooLarge");

    private Outcomes() {}

    static Outcome of(Failed failed) {
        Failure failure = failed.failure();
        return new Outcome.Failed(failure.errorType(), Payload.of(json(failed.requestId(), failure)));
    }

    static Outcome of(TimedOut timedOut) {
        String seconds = String.format(Locale.ROOT, "%.2f", timedOut.timeout().toMillis() / 1000.0);
        Failure failure = new Failure("Sandbox.Timedout", "Task timed out after " + seconds + " seconds");
        return new Outcome.TimedOut(timedOut.timeout(), Payload.of(json(timedOut.requestId(), failure)));
    }

    static Outcome of(Throttled throttled) {
        String json = "{\"Type\":\"User\",\"message\":\"Rate Exceeded.\",\"Reason\":\"" + throttled.reason() + "\"}";
        return new Outcome.Throttled(throttled.reason(), Payload.of(json));
    }

    private static String json(String requestId, Failure failure) {
        String type = "\"errorType\":\"" + escaped(failure.errorType()) + '"';
        if (failure.message().isEmpty()) {
            return '{' + type + '}';
        }
        return MESSAGE_FIRST.contains(failure.errorType())
                ? "{\"errorMessage\":\"" + failure.message() + "\"," + type + '}'
                : '{' + type + ",\"errorMessage\":\"RequestId: " + requestId + " Error: " + failure.message() + "\"}";
    }

    /** An extension names its error as it likes; a header that brings control characters never gets here. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
