// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.Ends.assertEveryCallEndedOnce;
import static io.lambdarium.simulator.statements.Replies.assertAccepted;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Outcome.Succeeded;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import java.util.List;

/** An extension that does everything right, to see whether others have done harm. */
final class HonestExtension {

    private HonestExtension() {}

    /** It registers, serves one invocation to its end, and the simulator is closed. */
    static void assertServedFromTheStart(ExtensionPeer probe) {
        assertServedFromTheFirstPoll(probe, probe.register("INVOKE"));
    }

    /** It asks for its first event, serves one invocation to its end, and the simulator is closed. */
    static void assertServedFromTheFirstPoll(ExtensionPeer probe, String identifier) {
        Cast.Member member = new Cast.Member(probe, identifier, probe.next(identifier));
        RuntimePeer runtime = probe.scene().runtime();
        assertServed(new Cast(probe.scene(), runtime, runtime.next(), List.of(member)));
    }

    /** It serves one invocation to its end, and the simulator is closed. */
    static void assertServed(Cast cast) {
        Invocation invocation = cast.scene().invoke("{}");
        assertThat(cast.next().reply().status()).isEqualTo(200);
        assertThat(cast.member().next().reply().text()).contains("\"requestId\":\"" + invocation.requestId() + '"');
        assertDone(cast.extension(), cast.member().identifier(), cast.runtime(), invocation);
    }

    /** It serves that invocation to its end, and the simulator is closed. */
    static void assertDone(ExtensionPeer probe, String identifier, RuntimePeer runtime, Invocation invocation) {
        assertAccepted(runtime.respond(invocation.requestId(), "1"));
        assertThat(invocation.await()).isEqualTo(new Succeeded(Payload.of("1")));
        runtime.next();
        probe.next(identifier);
        assertThat(invocation.awaitReport().status()).isEqualTo(Status.SUCCESS);
        probe.scene().close();
        assertEveryCallEndedOnce(probe.scene());
    }
}
