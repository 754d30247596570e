// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Lives a life: knows what the world around an environment would know, and lets the laws look on. */
final class Player {

    /** What is not a number of any call, process, identifier or request. */
    static final String FOREIGN = "00000000-0000-4000-8000-000000000000";

    final List<String> identifiers = new ArrayList<>(List.of(FOREIGN));
    final List<String> requests = new ArrayList<>(List.of(FOREIGN));
    final List<Launched> processes = new ArrayList<>();
    final List<CallId> answered = new ArrayList<>();
    final List<CallId> bodies = new ArrayList<>();
    final List<CallId> errors = new ArrayList<>();

    private final List<Law> laws = Law.all();
    private final UnaryOperator<Transition> machine;
    private final Consumer<Law.Step> onlooker;
    private Phase phase;
    private Instant now = Life.BIRTH;
    private long calls;

    /**
     * A life that begins.
     *
     * @param machine what is done to the machine's transitions; nothing, unless the laws themselves are tested
     */
    Player(Setting setting, boolean ahead, UnaryOperator<Transition> machine, Consumer<Law.Step> onlooker) {
        this.machine = machine;
        this.onlooker = onlooker;
        Phase nothing = new Vacant(setting, Crew.none(Identities.of(1)));
        Law.Step birth =
                new Law.Step(nothing, new Input.Wake(), now, Phase.begin(setting, Identities.of(1), ahead, now));
        onlooker.accept(birth);
        phase = birth.after();
        laws.forEach(law -> law.begin(birth));
        learn(birth);
    }

    Phase phase() {
        return phase;
    }

    Instant now() {
        return now;
    }

    CallId call() {
        calls++;
        return new CallId(calls);
    }

    /** Time passes, and nobody is woken. */
    void oversleeps(Duration by) {
        now = now.plus(by);
    }

    /** Time passes, but not beyond the next wake-up; and if that is due, it happens. */
    void sleeps(Duration by) {
        Optional<Instant> due = phase.wakeUpAt();
        Instant target = now.plus(by);
        boolean woken = due.isPresent() && !due.get().isAfter(target);
        Instant until = woken ? due.orElseThrow() : target;
        now = until.isAfter(now) ? until : now;
        if (woken) {
            meets(new Input.Wake());
        }
    }

    void meets(Input input) {
        Law.Step step = new Law.Step(phase, input, now, machine.apply(input.meet(phase, now)));
        onlooker.accept(step);
        phase = step.after();
        laws.forEach(law -> law.judge(step));
        learn(step);
        if (input instanceof Call.ResponseBegan began && phase.openCalls().contains(began.id())) {
            bodies.add(began.id());
        }
        if (input instanceof Call.ErrorBegan began && phase.openCalls().contains(began.id())) {
            errors.add(began.id());
        }
    }

    private void learn(Law.Step step) {
        for (Event event : step.events()) {
            if (event instanceof Launched launched) {
                processes.add(launched);
            } else if (event instanceof Registered registered) {
                identifiers.add(registered.identifier());
            } else if (event instanceof Answered ended) {
                answered.add(ended.call());
            }
        }
    }
}
