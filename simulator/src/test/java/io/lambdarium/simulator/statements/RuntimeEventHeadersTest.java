// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.InvokeRequest;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeEventHeadersTest {

    private static final InvokeRequest PLAIN = InvokeRequest.of("{}");
    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:f";
    private static final String TRACE =
            "Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=[01](;Lineage=.*)?";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime()
            .deploy(function -> function.timeout(Duration.ofSeconds(7)))
            .initialize();

    private final RuntimePeer runtime = scene.runtime();

    private Reply event(InvokeRequest request) {
        Poll next = runtime.next();
        scene.lambda().invoke(request);
        return next.reply();
    }

    private Reply servedEvent(int nth) {
        Reply event = event(InvokeRequest.of(Integer.toString(nth)));
        runtime.respond(RuntimePeer.requestId(event), "{}");
        return event;
    }

    private List<Reply> servedEvents() {
        return IntStream.range(0, 20).mapToObj(this::servedEvent).toList();
    }

    @Test
    @Statement("R-022")
    void an_event_names_its_request_its_deadline_its_function_and_its_type() {
        assertThat(event(PLAIN).headers())
                .containsKeys(
                        "Lambda-Runtime-Aws-Request-Id",
                        "Lambda-Runtime-Deadline-Ms",
                        "Lambda-Runtime-Invoked-Function-Arn",
                        "Content-Type");
    }

    @Test
    @Statement("R-023")
    void a_request_id_is_a_uuid_of_version_4_in_lower_case() {
        assertThat(servedEvents())
                .extracting(RuntimePeer::requestId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    @Statement("R-024")
    void the_deadline_is_the_arrival_plus_the_timeout_in_milliseconds() {
        scene.advance(Duration.ofMillis(1_234));
        Instant arrival = scene.lambda().time().now();

        String deadline = event(PLAIN).header("Lambda-Runtime-Deadline-Ms");

        assertThat(deadline).isEqualTo(Long.toString(arrival.toEpochMilli() + 7_000));
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "$LATEST, :$LATEST", "1, :1", "live, :live"})
    @Statement("R-026")
    void the_arn_repeats_how_the_function_was_addressed(String qualifier, String suffix) {
        Reply event = event(PLAIN.qualifier(qualifier));

        assertThat(event.header("Lambda-Runtime-Invoked-Function-Arn")).isEqualTo(ARN + suffix);
    }

    @Test
    @Statement("R-027")
    void an_optional_header_without_a_value_is_left_out() {
        assertThat(event(PLAIN).headers())
                .doesNotContainKeys(
                        "Lambda-Runtime-Client-Context",
                        "Lambda-Runtime-Cognito-Identity",
                        "Lambda-Runtime-Aws-Tenant-Id");
    }

    @Test
    @Statement("R-028")
    void every_event_has_a_trace_id() {
        assertThat(servedEvents())
                .extracting(event -> event.header("Lambda-Runtime-Trace-Id"))
                .doesNotHaveDuplicates()
                .allMatch(trace -> trace.matches(TRACE));
    }

    @ParameterizedTest
    @CsvSource({
        "Root=1-5759e988-bd862e3fe1be46a994272793",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1",
        "Parent=53995c3f42cd8ad8;Sampled=0;Root=1-5759e988-bd862e3fe1be46a994272793"
    })
    @Statement({"R-028", "R-029"})
    void the_root_of_the_callers_trace_survives(String callers) {
        String trace = event(PLAIN.traceId(callers)).header("Lambda-Runtime-Trace-Id");

        assertThat(trace)
                .startsWith("Root=1-5759e988-bd862e3fe1be46a994272793;")
                .matches(TRACE);
    }

    @Test
    @Statement("R-031")
    void the_callers_tenant_reaches_the_runtime() {
        assertThat(event(PLAIN.tenant("t1")).header("Lambda-Runtime-Aws-Tenant-Id"))
                .isEqualTo("t1");
    }

    @Test
    @Statement("R-031")
    void without_a_tenant_the_runtime_is_told_of_none() {
        assertThat(event(PLAIN).headers()).doesNotContainKey("Lambda-Runtime-Aws-Tenant-Id");
    }

    @Test
    @Statement("R-041")
    void each_delivery_has_an_id_of_its_own() {
        List<Reply> events = servedEvents();

        assertThat(events.stream()
                        .map(event -> event.header("Lambda-Runtime-Invocation-Id"))
                        .filter(id -> !id.isEmpty())
                        .collect(toSet()))
                .hasSameSizeAs(events)
                .doesNotContainAnyElementsOf(
                        events.stream().map(RuntimePeer::requestId).toList());
    }

    @Test
    void client_context_and_identity_reach_the_runtime_as_the_caller_wrote_them() {
        Reply event = event(PLAIN.clientContext("{\"custom\":{\"a\":\"b\"}}")
                .cognitoIdentity("{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}"));

        assertThat(event.header("Lambda-Runtime-Client-Context")).isEqualTo("{\"custom\":{\"a\":\"b\"}}");
        assertThat(event.header("Lambda-Runtime-Cognito-Identity"))
                .isEqualTo("{\"cognitoIdentityId\":\"i\",\"cognitoIdentityPoolId\":\"p\"}");
        assertThat(event.header("Content-Type")).isEqualTo("application/json");
    }
}
