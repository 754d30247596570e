// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Carries decisions out, and keeps house: an environment without processes has no connections, a dead one no address. */
final class Hands {

    private static final String NOT_LAMBDA = "It is this machine that refuses that, and nothing that Lambda would.";

    private final Rooms rooms;
    private final Inbox inbox;
    private final Map<EnvironmentId, Residence> residences = new HashMap<>();
    private Optional<LambdaFunction> deployed = Optional.empty();
    private EnvironmentId next = new EnvironmentId(1);

    Hands(Rooms rooms, Inbox inbox) {
        this.rooms = rooms;
        this.inbox = inbox;
    }

    /** From now on, environments are started with that. The first of them finds its port open: a test waits for its start. */
    void deploy(LambdaFunction function) {
        deployed = Optional.of(function);
        try {
            rooms.wire().open(next);
        } catch (SimulatorException e) {
            // Whoever is launched there tries again, and is told.
        }
    }

    /** No more environments are started. */
    void retire() {
        rooms.wire().close(next);
    }

    /** What becomes of the processes of its environments when everyone waits. */
    AtRest atRest(LambdaFunction function) {
        return rooms.processes().atRest(function);
    }

    void carryOut(Step.Happening happening) {
        if (happening.environment().isPresent()) {
            carryOut(happening.environment().get(), happening.event());
        }
    }

    private void carryOut(EnvironmentId environment, Event event) {
        if (event instanceof Started started) {
            residences.put(environment, new Residence(deployed.orElseThrow(), started.logStream()));
            next = new EnvironmentId(environment.number() + 1);
        } else if (event instanceof Answered answered) {
            rooms.wire().answer(answered.call(), answered.answer());
        } else if (event instanceof Abandoned abandoned) {
            rooms.wire().abandon(abandoned.call());
        } else if (event instanceof Launched launched) {
            launch(environment, launched);
        } else if (event instanceof Signalled signalled) {
            rooms.processes().signal(environment, signalled);
        } else if (event instanceof CameToRest rest) {
            rooms.processes().rest(environment, rest.freezes());
        } else if (event instanceof Thawed) {
            rooms.processes().thaw(environment);
        } else if (event instanceof WasReset) {
            rooms.processes().empty(environment);
            rooms.wire().disconnect(environment, rooms.processes().hasSurvivors(environment));
        } else if (event instanceof Terminated) {
            rooms.wire().close(environment);
            rooms.processes().end(environment);
            residences.remove(environment);
        }
    }

    /** Where this machine has no room, nobody is launched, and that is told: whoever waits for it must not wait for ever. */
    private void launch(EnvironmentId environment, Launched launched) {
        try {
            settle(environment, launched);
        } catch (SimulatorException e) {
            boolean isRuntime = launched.participant().equals(Participant.RUNTIME);
            Failure failure = new Failure(
                    isRuntime ? "Runtime.InvalidEntrypoint" : "Extension.LaunchError", String.valueOf(e.getMessage()));
            inbox.put(
                    environment,
                    new Input.LaunchFailed(launched.participant(), launched.generation(), failure, NOT_LAMBDA));
        }
    }

    private void settle(EnvironmentId environment, Launched launched) {
        Residence residence = Objects.requireNonNull(residences.get(environment), "launched before it was started");
        String address = rooms.wire().open(environment);
        Map<String, String> given =
                rooms.variables().of(residence.function(), launched.participant(), address, residence.logStream());
        rooms.processes().launch(environment, residence.function(), launched, given);
    }
}
