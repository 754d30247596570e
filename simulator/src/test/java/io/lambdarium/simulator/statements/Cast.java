// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The participants of one idle environment: everybody has asked for an event and waits.
 *
 * @param scene where they are
 * @param runtime the runtime
 * @param next its parked call
 * @param extensions the external extensions, in the order of their names
 */
record Cast(Scene scene, RuntimePeer runtime, Poll next, List<Member> extensions) {

    /**
     * An extension with its identifier and its parked call.
     *
     * @param peer the extension
     * @param identifier what it got when it registered
     * @param next its parked call
     */
    record Member(ExtensionPeer peer, String identifier, Poll next) {}

    /** Initializes an environment with these extensions; each is {@code name: EVENT EVENT}. */
    static Cast of(Scene scene, String... extensions) {
        List<Member> members = new ArrayList<>();
        for (String extension : extensions) {
            String[] parts = extension.split(":? ");
            ExtensionPeer peer = scene.extension(parts[0]);
            String[] events =
                    IntStream.range(1, parts.length).mapToObj(i -> parts[i]).toArray(String[]::new);
            String identifier = peer.register(events);
            members.add(new Member(peer, identifier, peer.next(identifier)));
        }
        RuntimePeer runtime = scene.runtime();
        Poll next = runtime.next();
        scene.await(Idled.class);
        return new Cast(scene, runtime, next, members);
    }

    ExtensionPeer extension() {
        return extensions.get(0).peer();
    }

    Member member() {
        return extensions.get(0);
    }

    /** Asks for the shutdown of the environment, and lets the runtime leave as soon as it is asked to. */
    Cast shutDown() {
        scene.lambda().shutDown();
        runtime.isSent(Signal.SIGTERM);
        runtime.exits(0);
        return this;
    }

    /** The SHUTDOWN event of the first extension. */
    Reply shutdownEvent() {
        scene.await(ToldToShutDown.class);
        return member().next().reply();
    }
}
