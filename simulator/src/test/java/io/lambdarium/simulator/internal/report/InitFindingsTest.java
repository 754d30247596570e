// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Endpoint.EXTENSION_INIT_ERROR;
import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InitFindingsTest {

    @Test
    void nobody_ever_connected() {
        Story story = Story.with("flusher");

        story.at(10_000);

        assertThat(story.findings())
                .containsExactly(
                        "Nobody has called the simulator, though it launched extension \"flusher\". Call the APIs "
                                + "at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that no proxy setting "
                                + "diverts the calls.",
                        "Extension \"flusher\" was launched but never registered, and Lambda starts the runtime "
                                + "only when every launched extension has. Call POST /2020-01-01/extension/register with the "
                                + "header Lambda-Extension-Name: flusher.",
                        "The initialization was not done within 10.000 s, so it is made again inside the next "
                                + "invocation, where the function timeout is its limit. Make it shorter.");
    }

    @Test
    void the_runtime_never_asked() {
        Story story = Story.with("flusher");

        story.registers("flusher").asks("flusher").at(5_000);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime was launched but never asked for an event, and initialization ends only when "
                                + "it does. Call GET /2018-06-01/runtime/invocation/next as soon as it is ready.");
    }

    @Test
    void an_extension_never_registered() {
        Story story = Story.with("flusher", "shipper");

        story.registers("flusher").asks("flusher").at(9_000);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"shipper\" was launched but never registered, and Lambda starts the runtime "
                                + "only when every launched extension has. Call POST /2020-01-01/extension/register with the "
                                + "header Lambda-Extension-Name: shipper.");
    }

    @Test
    void an_extension_registered_under_another_name() {
        Story story = Story.with("flusher");

        story.registers("flusher.sh", "INVOKE").at(9_000);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" never registered, but somebody registered as \"flusher.sh\", which "
                                + "Lambda takes for an internal extension. Register under the name of the file in "
                                + "/opt/extensions: \"flusher\".");
    }

    @Test
    void an_extension_never_asked() {
        Story story = Story.with("flusher");

        story.registers("flusher").asks().at(9_000);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" registered but never asked for an event, and initialization ends "
                                + "only when it does. Call GET /2020-01-01/extension/event/next right after registering, "
                                + "whatever it subscribed to.");
    }

    @Test
    void the_runtime_lives_on_after_an_init_error() {
        Story story = Story.with();

        story.at(20).reportsInitError("Runtime.NoSuchModule").at(9_000);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime reported the init error \"Runtime.NoSuchModule\" and did not exit, but only "
                                + "an exit ends an initialization. Exit with a status other than 0 after the report.");
    }

    @Test
    void an_extension_lives_on_after_an_init_error() {
        Story story = Story.with("flusher").registers("flusher");

        story.reports(EXTENSION_INIT_ERROR, "flusher", "Flusher.NoDisk").asks().at(9_000);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" reported the init error \"Flusher.NoDisk\" and did not exit, but "
                                + "only an exit ends an initialization. Exit with a status other than 0 after the report.");
    }

    @Test
    void the_runtime_exited_before_it_asked() {
        Story story = Story.with();

        story.at(20).exits(RUNTIME, 3).at(30).asks();

        assertThat(story.findings())
                .containsExactly("The runtime exited with status 3 before the initialization was done. "
                        + "It wrote nothing here: run it by hand with the same variables and print the exception "
                        + "that ends it, and make it ask for its first event. Nobody had called the simulator "
                        + "before: call the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that "
                        + "no proxy setting diverts the calls.");
    }

    @Test
    void the_runtime_returned_before_it_asked() {
        Story story = Story.with();

        story.at(20).exits(RUNTIME, 0).at(30).asks();

        assertThat(story.findings())
                .containsExactly("The runtime exited with status 0 before the initialization was done: it returned too "
                        + "early. Let it ask for events until it is told to end, or killed. Nobody had called the simulator "
                        + "before: call the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that "
                        + "no proxy setting diverts the calls.");
    }

    @Test
    void a_proxy_of_the_function_is_named_where_nobody_has_called() {
        Chronicle exited = Story.with().exits(RUNTIME, 0).chronicle();
        Chronicle stalled = Story.with().chronicle();

        assertThat(Diagnosis.of(behindProxies(exited)))
                .first()
                .asString()
                .endsWith("and see that they are not diverted by HTTP_PROXY and all_proxy, variables of the function: "
                        + "name the address in no_proxy, or take them away.");
        assertThat(Diagnosis.of(behindProxies(stalled))).first().asString().contains("HTTP_PROXY and all_proxy");
    }

    private static Chronicle behindProxies(Chronicle chronicle) {
        return new Chronicle(
                chronicle.began(),
                0,
                chronicle.entries(),
                Map.of(new EnvironmentId(1), List.of("HTTP_PROXY", "all_proxy")));
    }

    @Test
    void whoever_throws_what_is_no_matter_of_connections_is_not_asked_whether_he_called() {
        Story story = Story.with().exits(RUNTIME, Exit.status(1).detail("java.io.IOException: no disk"));

        assertThat(story.findings()).singleElement().asString().doesNotContain("called");
    }

    @Test
    void an_extension_exited_before_it_asked() {
        Story story = Story.with("flusher");

        story.at(20).exits(extension("flusher"), Exit.status(1).detail("java.io.IOException: no"));

        assertThat(story.findings())
                .containsExactly("Extension \"flusher\" exited with status 1 (java.io.IOException: no) before the "
                        + "initialization was done. Mend the reason in brackets, and make it ask for its first event.");
    }

    @Test
    void the_runtime_exited_since_it_could_not_connect() {
        Story story = Story.with();

        story.at(20).exits(RUNTIME, Exit.status(1).detail("java.net.ConnectException at Greeter.java:31"));

        assertThat(story.findings())
                .singleElement()
                .asString()
                .endsWith(" It called nobody here before: put addresses together from http://, the host and port in "
                        + "AWS_LAMBDA_RUNTIME_API, and a path that begins with one slash.");
    }

    @Test
    void the_runtime_exited_after_an_init_error() {
        Story story = Story.with();

        story.at(20)
                .reportsInitError("Runtime.NoSuchModule")
                .exits(RUNTIME, 1)
                .at(30)
                .asks();

        assertThat(story.findings())
                .containsExactly(
                        "The runtime reported the init error \"Runtime.NoSuchModule\" and then exited with status "
                                + "1, so the initialization failed. Repair what it reports.");
    }

    @Test
    void there_are_too_many_extensions() {
        Story story = Story.with(IntStream.range(0, 11).mapToObj(i -> "e" + i).toArray(String[]::new));

        story.at(20);

        assertThat(story.findings())
                .containsExactly(
                        "The initialization failed: there are more extensions than the 10 that Lambda launches. "
                                + "Deploy fewer.");
    }

    @Test
    void the_initialization_overran() {
        Story story = Story.with("flusher").registers("flusher");

        story.asks().at(10_000);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" registered but never asked for an event, and initialization ends "
                                + "only when it does. Call GET /2020-01-01/extension/event/next right after registering, "
                                + "whatever it subscribed to.",
                        "The initialization was not done within 10.000 s, so it is made again inside the next "
                                + "invocation, where the function timeout is its limit. Make it shorter.");
    }

    @Test
    void the_initialization_inside_an_invocation_overran() {
        Story story = Story.with().exits(RUNTIME, 3);

        story.at(4_000);

        assertThat(story.findings())
                .containsExactly(
                        "The runtime exited with status 3 before the initialization was done. "
                                + "It wrote nothing here: run it by hand with the same variables and print the exception "
                                + "that ends it, and make it ask for its first event. Nobody had called the simulator "
                                + "before: call the APIs at the address in the variable AWS_LAMBDA_RUNTIME_API, and see that "
                                + "no proxy setting diverts the calls.",
                        "Nobody has called the simulator, though it launched the runtime. Call the APIs at the "
                                + "address in the variable AWS_LAMBDA_RUNTIME_API, and see that no proxy setting diverts the "
                                + "calls.",
                        "The initialization inside the invocation was not done within the function timeout of "
                                + "3.000 s. Make it shorter, or the timeout longer.");
    }
}
