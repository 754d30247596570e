// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static io.lambdarium.simulator.event.Endpoint.RUNTIME_ERROR;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_RESPONSE;
import static io.lambdarium.simulator.event.Endpoint.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RouteTest {

    private static final String INVOCATION = "/2018-06-01/runtime/invocation/";

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void every_endpoint_is_found_by_its_path(Endpoint endpoint) {
        Route route = Route.of(endpoint.path().replace("{id}", "some-id"));

        assertThat(route.endpoint()).isEqualTo(endpoint);
        assertThat(route.requestId()).isEqualTo(endpoint.path().contains("{id}") ? "some-id" : "");
    }

    @Test
    void a_request_id_is_whatever_stands_in_its_place() {
        assertThat(Route.of(INVOCATION + "next").endpoint()).isEqualTo(RUNTIME_NEXT);
        assertThat(Route.of(INVOCATION + "next/response"))
                .isEqualTo(new Route(RUNTIME_RESPONSE, "next", INVOCATION + "next/response"));
        assertThat(Route.of(INVOCATION + "/error").endpoint()).isEqualTo(RUNTIME_ERROR);
        assertThat(Route.of(INVOCATION + "a/b/error").endpoint()).isEqualTo(UNKNOWN);
        assertThat(Route.of(INVOCATION + "a").endpoint()).isEqualTo(UNKNOWN);
    }
}
