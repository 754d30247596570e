// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.internal.engine.Payloads;
import io.lambdarium.simulator.internal.lifecycle.Call;
import java.util.Optional;

/**
 * All APIs behind one port: sends away who is wrong here, and everyone else to the right one.
 *
 * @param runtime for the paths of the Runtime API
 * @param extensions for those of the Extensions API
 */
record Apis(Api runtime, Api extensions) implements Api {

    static Apis of(Payloads payloads) {
        return new Apis(new RuntimeApi(payloads), new ExtensionsApi());
    }

    @Override
    public Optional<Call> early(Request request) {
        Endpoint endpoint = request.endpoint();
        if (endpoint == Endpoint.UNKNOWN) {
            return Optional.of(request.settled(new Answer.NotFound(), asked(request)));
        }
        if (!endpoint.method().equals(request.method())) {
            return Optional.of(request.settled(new Answer.MethodNotAllowed(endpoint.method()), asked(request)));
        }
        return behind(endpoint).early(request);
    }

    private static String asked(Request request) {
        return request.method() + " " + request.route().path();
    }

    @Override
    public Call late(Request request, Payload body) {
        return behind(request.endpoint()).late(request, body);
    }

    private Api behind(Endpoint endpoint) {
        return switch (endpoint) {
            case EXTENSION_REGISTER, EXTENSION_NEXT, EXTENSION_INIT_ERROR, EXTENSION_EXIT_ERROR -> extensions;
            default -> runtime;
        };
    }
}
