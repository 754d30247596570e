// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RuntimeNextTest {

    @AutoClose
    private final Scene scene = Scene.inRealTime().deploy().initialize();

    private final RuntimePeer runtime = scene.runtime();

    @Test
    @Statement("R-020")
    void the_first_call_for_the_next_invocation_completes_the_runtimes_part_of_the_init() {
        runtime.next();

        scene.await(Initialized.class);
        assertThat(scene.lambda().journal().events(Initialized.class)).hasSize(1);
    }

    @Test
    @Statement("R-021")
    void a_parked_call_gets_the_payload_unchanged() {
        Poll next = runtime.next();

        scene.invoke("{\"a\": [1,2] , \"ü\":\"\\u0001\"}");

        Reply event = next.reply();
        assertThat(event.status()).isEqualTo(200);
        assertThat(event.text()).isEqualTo("{\"a\": [1,2] , \"ü\":\"\\u0001\"}");
    }

    @Test
    @Statement("R-036")
    void of_two_parked_calls_the_older_gets_the_invocation() {
        Poll older = runtime.next();
        Poll younger = runtime.next();

        Invocation first = scene.invoke("1");
        Reply toOlder = older.reply();
        runtime.respond(first.requestId(), "1");
        runtime.next();
        scene.invoke("2");

        assertThat(toOlder.text()).isEqualTo("1");
        assertThat(younger.reply().text()).isEqualTo("2");
    }
}
