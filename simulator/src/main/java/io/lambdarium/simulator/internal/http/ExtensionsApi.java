// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.internal.lifecycle.Call;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The Extensions API, 2020-01-01. The order of the checks is AWS's. Source: extensions-telemetry §§1.3 to 1.6. */
final class ExtensionsApi implements Api {

    private static final String ACCOUNT = "accountId";

    @Override
    public Optional<Call> early(Request request) {
        if (request.endpoint() == Endpoint.EXTENSION_REGISTER) {
            return request.header(Fields.EXTENSION_NAME).isEmpty()
                    ? Optional.of(settled(request, Malformed.emptyName()))
                    : Optional.empty();
        }
        return Optional.of(identified(request, identifier -> decode(request, identifier)));
    }

    private static Call decode(Request request, String identifier) {
        if (request.endpoint() == Endpoint.EXTENSION_NEXT) {
            return new Call.ExtensionNext(request.call(), identifier);
        }
        String errorType = request.header(Fields.EXTENSION_ERROR_TYPE);
        return errorType.isEmpty()
                ? settled(request, Malformed.missingErrorType())
                : new Call.ExtensionError(request.call(), request.endpoint(), identifier, errorType);
    }

    @Override
    public Call late(Request request, Payload body) {
        try {
            List<String> events = ControlJson.eventsToRegister(body);
            String name = request.header(Fields.EXTENSION_NAME);
            return new Call.Register(request.call(), name, events, wantsAccount(request));
        } catch (MalformedBodyException malformed) {
            return settled(request, Malformed.body(malformed.words()));
        }
    }

    private static Call identified(Request request, Function<String, Call> then) {
        String identifier = request.header(Fields.EXTENSION_ID);
        if (identifier.isEmpty()) {
            return settled(request, Malformed.missingIdentifier());
        }
        return Identifier.canonical(identifier)
                .map(then)
                .orElseGet(() -> settled(request, Malformed.invalidIdentifier()));
    }

    private static boolean wantsAccount(Request request) {
        for (String feature : request.header(Fields.EXTENSION_FEATURES).split(",", -1)) {
            if (feature.strip().equals(ACCOUNT)) {
                return true;
            }
        }
        return false;
    }

    private static Call settled(Request request, Refused refusal) {
        return request.settled(refusal, "");
    }
}
