// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.Event;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the machine does in each phase with each input, found out by asking it. */
final class LifecycleTable {

    private static final String NOTHING = "·";
    private static final String NEVER = "never";

    private LifecycleTable() {}

    static String print() {
        StringBuilder page = new StringBuilder("""
                <!-- Printed from the machine by LifecycleTableTest; write it anew with -Dupdate. -->

                # The life of an execution environment

                Each row is something that can happen, each column a phase in which it happens, in an environment with one
                external extension that asked for INVOKE and SHUTDOWN. An arrow leads to another phase; the tables below say
                what is decided on the way. `·` changes nothing, `note` only leaves a trace in the journal, `accept` changes
                what happens later, and `never` cannot be.

                """);
        page.append(row("", columns(Situation::title)));
        page.append(row("---", columns(situation -> "---")));
        for (Happening happening : Happening.ALL) {
            page.append(row(happening.title(), columns(situation -> gist(situation, happening))));
        }
        Situation.ALL.forEach(situation -> page.append(details(situation)));
        return page.toString();
    }

    private static String details(Situation situation) {
        StringBuilder table = new StringBuilder("\n## " + situation.title() + "\n\n" + situation.story() + "\n\n");
        table.append(row("when", List.of("is decided", "then"))).append(row("---", List.of("---", "---")));
        for (Happening happening : Happening.ALL) {
            if (!List.of(NOTHING, NEVER).contains(gist(situation, happening))) {
                Transition step = meet(situation, happening).orElseThrow();
                String next = name(step.next()).equals(situation.phaseName()) ? "" : name(step.next());
                table.append(row(happening.title(), List.of(Shorthand.of(step.events()), next)));
            }
        }
        return table.toString();
    }

    private static String gist(Situation situation, Happening happening) {
        return meet(situation, happening)
                .map(step -> gist(situation.begin().phase(), step))
                .orElse(NEVER);
    }

    private static String gist(Phase before, Transition step) {
        if (!step.next().getClass().equals(before.getClass())) {
            return "→ " + name(step.next());
        }
        return step.events().stream()
                .map(LifecycleTable::gist)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> remainder(before, step));
    }

    private static Optional<String> gist(Event event) {
        if (event instanceof Answered answered) {
            return Optional.of(answered.answer() instanceof Answer.Refused ? "refuse" : "answer");
        }
        if (event instanceof Abandoned) {
            return Optional.of("hang up");
        }
        return event instanceof Parked ? Optional.of("park") : Optional.empty();
    }

    private static String remainder(Phase before, Transition step) {
        if (!step.next().equals(before)) {
            return "accept";
        }
        return step.events().isEmpty() ? NOTHING : "note";
    }

    /** What follows, unless it cannot happen. */
    private static Optional<Transition> meet(Situation situation, Happening happening) {
        Life life = situation.begin();
        try {
            return Optional.of(happening.to(life).meet(life.phase(), happening.time(life)));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static List<String> columns(Function<Situation, String> cell) {
        return Situation.ALL.stream().map(cell).toList();
    }

    private static String row(String first, List<String> others) {
        return "| " + first + " | " + String.join(" | ", others) + " |\n";
    }

    private static String name(Phase phase) {
        return phase.getClass().getSimpleName();
    }

    /** For the completeness of the rows: how often each kind of input is asked about. */
    static Map<Class<?>, Long> inputs() {
        return Happening.ALL.stream()
                .map(happening -> happening.to(Life.invoking("flusher")).getClass())
                .collect(Collectors.groupingBy(type -> type, Collectors.counting()));
    }
}
