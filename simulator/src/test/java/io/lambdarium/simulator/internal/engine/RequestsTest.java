// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.InvokeRequest;
import io.lambdarium.simulator.event.InvocationRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void the_arn_is_as_the_function_was_addressed() {
        assertThat(of(InvokeRequest.of("{}")).functionArn()).endsWith(":function:f");
        assertThat(of(InvokeRequest.of("{}").qualifier("live")).functionArn()).endsWith(":function:f:live");
    }

    @Test
    void a_trace_is_made_where_none_was_given() {
        assertThat(of(InvokeRequest.of("{}")).traceId())
                .matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
    }

    @Test
    void the_root_of_a_given_trace_survives_and_its_parent_does_not() {
        String given = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

        assertThat(of(InvokeRequest.of("{}").traceId(given)).traceId())
                .startsWith("Root=1-5759e988-bd862e3fe1be46a994272793;Parent=")
                .doesNotContain("53995c3f42cd8ad8")
                .endsWith(";Sampled=1");
    }

    @Test
    void every_request_has_an_id_of_its_own() {
        assertThat(of(InvokeRequest.of("{}")).requestId())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(of(InvokeRequest.of("{}")).requestId());
    }

    private static InvocationRequest of(InvokeRequest request) {
        return Requests.of(function("f"), request, NOON);
    }
}
