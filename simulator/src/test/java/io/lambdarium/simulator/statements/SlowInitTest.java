// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SlowInitTest {

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    @Test
    @Statement("L-043")
    void an_init_of_more_than_10_s_is_logged_as_timed_out_and_made_again_within_the_invocation() {
        scene.deploy(function -> function.timeout(Duration.ofSeconds(30)));
        Invocation invocation = scene.invoke("{}");
        scene.runtime();
        scene.advance(Duration.ofSeconds(10));
        scene.await(WasReset.class);

        RuntimePeer second = scene.runtime();
        scene.advance(Duration.ofSeconds(12));
        second.next().reply();
        scene.advance(Duration.ofSeconds(17));
        second.respond(invocation.requestId(), "\"done\"");
        scene.keep(second.next());

        invocation.awaitReport();
        assertThat(invocation.await()).isEqualTo(new Outcome.Succeeded(Payload.of("\"done\"")));
        assertThat(scene.count(Launched.class)).isEqualTo(2);
        assertThat(scene.lambda().log().lines())
                .extracting(FunctionLog.Line::text)
                .containsOnlyOnce("INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout");
    }
}
