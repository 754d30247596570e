// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.InvokeRequest;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class InvokeEventTest {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private static final Pattern EVENT = Pattern.compile("\\{\"eventType\":\"INVOKE\",\"deadlineMs\":(\\d+),"
            + "\"requestId\":\"(" + UUID + ")\",\"invokedFunctionArn\":\"([^\"]+)\","
            + "\"tracing\":\\{\"type\":\"X-Amzn-Trace-Id\",\"value\":\"([^\"]+)\"}}");

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement({"E-057", "E-058", "L-053"})
    void an_event_has_five_members_in_their_order_and_nothing_after_them() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");

        scene.invoke("{}");

        Reply event = cast.member().next().reply();
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.header("Content-Type")).isEqualTo("application/json");
        assertThat(event.header("Content-Length")).isEqualTo(Integer.toString(event.body().length));
        assertThat(event.header("Lambda-Extension-Event-Identifier")).matches(UUID);
        assertThat(event.text()).matches(EVENT);
    }

    @Test
    @Statement({"E-059", "E-061"})
    void an_event_agrees_with_the_headers_of_the_runtime() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");

        scene.lambda().invoke(InvokeRequest.of("{}").qualifier("blue"));

        Reply next = cast.next().reply();
        Matcher event = parsed(cast.member().next().reply());
        assertThat(event.group(1)).isEqualTo(next.header("Lambda-Runtime-Deadline-Ms"));
        assertThat(event.group(2)).isEqualTo(next.header("Lambda-Runtime-Aws-Request-Id"));
        assertThat(event.group(3)).isEqualTo(next.header("Lambda-Runtime-Invoked-Function-Arn"));
    }

    /** Here as in production each invocation has a trace id; ExtensionsApiTest has an event without one. */
    @Test
    @Statement("E-060")
    void an_event_carries_the_trace_of_its_caller() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        String root = "Root=1-5759e988-bd862e3fe1be46a994272793";

        scene.lambda().invoke(InvokeRequest.of("{}").traceId(root + ";Sampled=1"));

        assertThat(parsed(cast.member().next().reply()).group(4))
                .startsWith(root + ";Parent=")
                .endsWith(";Sampled=1");
    }

    @Test
    @Statement("E-061")
    void the_deadline_is_the_start_plus_the_timeout() {
        Duration timeout = Duration.ofSeconds(7);
        Cast cast = Cast.of(scene.deploy(f -> f.timeout(timeout), "probe").initialize(), "probe: INVOKE");
        scene.advance(Duration.ofMillis(1_234));

        scene.invoke("{}");

        Instant start = scene.lambda().time().now();
        assertThat(deadline(cast.member().next().reply()))
                .isEqualTo(start.plus(timeout).toEpochMilli());
    }

    @Test
    @Statement("E-062")
    void after_an_init_within_the_invocation_the_deadline_counts_from_its_end() {
        Cast cast = Cast.of(scene.deploy("probe").initialize(), "probe: INVOKE");
        cast.runtime().exits(1);
        cast.extension().exits(0);
        scene.await(WasReset.class);
        scene.invoke("{}");
        ExtensionPeer again = scene.extension("probe");
        Poll event = again.next(again.register("INVOKE"));
        RuntimePeer runtime = scene.runtime();

        scene.advance(Duration.ofMillis(2_500));
        Poll next = runtime.next();

        long expected = scene.lambda().time().now().plusSeconds(3).toEpochMilli();
        assertThat(deadline(event.reply())).isEqualTo(expected);
        assertThat(next.reply().header("Lambda-Runtime-Deadline-Ms")).isEqualTo(Long.toString(expected));
    }

    @Test
    @Statement("E-063")
    void all_extensions_are_told_the_same_with_identifiers_of_their_own() {
        Cast cast = Cast.of(scene.deploy("a", "b").initialize(), "a: INVOKE", "b: INVOKE");

        scene.invoke("{}");

        Reply one = cast.extensions().get(0).next().reply();
        Reply other = cast.extensions().get(1).next().reply();
        assertThat(one.text()).matches(EVENT).isEqualTo(other.text());
        assertThat(one.header("Lambda-Extension-Event-Identifier"))
                .isNotEqualTo(other.header("Lambda-Extension-Event-Identifier"));
    }

    @Test
    @Statement("E-066")
    void an_internal_extension_is_told_the_same_as_an_external_one() {
        ExtensionPeer outside = scene.deploy("outside").initialize().extension("outside");
        Poll toOutside = outside.next(outside.register("INVOKE"));
        RuntimePeer runtime = scene.runtime();
        ExtensionPeer inside = runtime.inside("inside");
        Poll toInside = inside.next(inside.register("INVOKE"));
        runtime.next();

        scene.invoke("{}");

        Reply event = toInside.reply();
        assertThat(event.text()).matches(EVENT).isEqualTo(toOutside.reply().text());
        assertThat(event.header("Content-Type")).isEqualTo("application/json");
        assertThat(event.header("Lambda-Extension-Event-Identifier")).matches(UUID);
    }

    private static long deadline(Reply event) {
        return Long.parseLong(parsed(event).group(1));
    }

    private static Matcher parsed(Reply event) {
        Matcher matcher = EVENT.matcher(event.text());
        assertThat(matcher.matches()).as(event.text()).isTrue();
        return matcher;
    }
}
