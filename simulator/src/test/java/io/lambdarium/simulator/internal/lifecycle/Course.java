// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of one environment: its phase, the virtual instant, and what has happened so far. */
abstract class Course {

    private final List<Event> past = new ArrayList<>();
    private final Setting setting;
    private List<Event> latest = List.of();
    private Phase phase;
    private Instant now;

    Course(Setting setting, boolean ahead, Instant birth) {
        this.setting = setting;
        now = birth;
        Transition begun = Phase.begin(setting, Identities.of(1), ahead, birth);
        phase = begun.next();
        remember(begun.events());
    }

    final void meet(Input input) {
        Transition step = input.meet(phase, now);
        phase = step.next();
        remember(step.events());
    }

    /** What these lead to counts as what the latest thing led to. */
    final void together(Runnable... deeds) {
        List<Event> all = new ArrayList<>();
        for (Runnable deed : deeds) {
            deed.run();
            all.addAll(latest);
        }
        latest = all;
    }

    /** Time passes, and whatever becomes due on the way happens in its instant. */
    final void passTo(Instant target) {
        List<Event> onTheWay = new ArrayList<>();
        for (Optional<Instant> due = phase.wakeUpAt();
                due.isPresent() && !due.get().isAfter(target);
                due = phase.wakeUpAt()) {
            now = due.get();
            meet(new Input.Wake());
            onTheWay.addAll(latest);
        }
        now = target;
        latest = onTheWay;
    }

    final void forgetPast() {
        past.clear();
    }

    // --- what can be seen ---

    final Phase phase() {
        return phase;
    }

    final Class<? extends Phase> in() {
        return phase.getClass();
    }

    final Instant now() {
        return now;
    }

    final Setting setting() {
        return setting;
    }

    /** What the latest thing that happened led to, without the arrival of the call itself. */
    final List<Event> latest() {
        return latest.stream()
                .filter(event -> !(event instanceof CallEvent.Received))
                .toList();
    }

    final <T extends Event> List<T> past(Class<T> type) {
        return past.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What that call was told; fails if it was not, or not yet. */
    final Answer answerTo(CallId call) {
        return past(CallEvent.Answered.class).stream()
                .filter(answered -> answered.call().equals(call))
                .findFirst()
                .orElseThrow(() -> new AssertionError(call + " was not answered; it happened: " + past))
                .answer();
    }

    final ExtensionMember extension(String name) {
        return phase.crew().extensions().stream()
                .filter(member -> member.who().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no extension \"" + name + "\" in " + phase));
    }

    final String identifier(String name) {
        return extension(name).identifier();
    }

    private void remember(List<Event> events) {
        latest = events;
        past.addAll(events);
    }
}
