// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What well-behaved participants would do next; without it, a random life would hardly get beyond its initialization. */
final class Cooperation {

    private static final List<List<String>> EVENTS =
            List.of(List.of("INVOKE", "SHUTDOWN"), List.of("INVOKE"), List.of("SHUTDOWN"), List.of());

    private final Player life;
    private final List<Supplier<Input>> choices = new ArrayList<>();

    private Cooperation(Player life) {
        this.life = life;
    }

    /** One of the things that could be done; nothing if all wait. */
    static Optional<Input> of(Player life, int choice) {
        Cooperation all = new Cooperation(life);
        all.ofExtensions(choice);
        all.ofTheRuntime();
        all.ofTheDying();
        all.ofTheResting();
        Optional<Input> assignment = all.choices.isEmpty() ? assignment(life) : Optional.empty();
        return assignment.or(() -> all.choices.isEmpty()
                ? Optional.empty()
                : Optional.of(all.choices.get(choice % all.choices.size()).get()));
    }

    /** An invocation, if the fleet would send one now. */
    static Optional<Input> assignment(Player life) {
        boolean ready = life.phase() instanceof Idle || life.phase() instanceof Vacant;
        if (!ready) {
            return Optional.empty();
        }
        String request = "r-" + life.requests.size();
        life.requests.add(request);
        return Optional.of(new Input.Assign(Life.request(request)));
    }

    private void ofExtensions(int choice) {
        for (ExtensionMember member : life.phase().crew().extensions()) {
            if (member.state() == ExtensionState.STARTED) {
                List<String> events = EVENTS.get(choice / 10 % EVENTS.size());
                choices.add(() -> new Call.Register(life.call(), member.who().name(), events, false));
            } else if (member.state() == ExtensionState.REGISTERED || member.state() == ExtensionState.RUNNING) {
                choices.add(() -> new Call.ExtensionNext(life.call(), member.identifier()));
            }
        }
    }

    private void ofTheRuntime() {
        RuntimeState state = life.phase().crew().runtime().state();
        String request = life.requests.get(life.requests.size() - 1);
        if (state == RuntimeState.STARTED || state == RuntimeState.RESPONSE_SENT) {
            choices.add(() -> new Call.RuntimeNext(life.call()));
        } else if (state == RuntimeState.RUNNING) {
            choices.add(() -> new Call.ResponseBegan(life.call(), request, Optional.empty(), true));
        } else if (state == RuntimeState.RESPONDING && !life.bodies.isEmpty()) {
            choices.add(() -> new Input.ResponseEnded(life.bodies.get(life.bodies.size() - 1), 2, false));
        } else if (state == RuntimeState.REPORTING && !life.errors.isEmpty()) {
            choices.add(() -> new Input.ErrorEnded(life.errors.get(life.errors.size() - 1), 2, "Function.Sad"));
        }
    }

    private void ofTheDying() {
        Phase phase = life.phase();
        if (phase instanceof StoppingRuntime || phase instanceof StoppingExtensions) {
            life.processes.stream()
                    .filter(process -> process.generation() == phase.crew().generation())
                    .findFirst()
                    .ifPresent(process -> choices.add(() -> exit(process)));
        }
    }

    private void ofTheResting() {
        if (life.phase() instanceof Resting resting) {
            choices.add(() -> new Input.Rested(resting.freezing()));
        }
    }

    private Input exit(Launched process) {
        life.processes.remove(process);
        return new Input.Exited(process.participant(), process.generation(), Exit.by(Signal.SIGKILL));
    }
}
