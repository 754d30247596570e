// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Participant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The lives of a participant that assertions are about.
 *
 * @param who the runtime, or an extension
 * @param environment the number of the only environment that counts, if not all do
 * @param generation the number of the only initialization that counts, if not all do
 */
record Lives(Participant who, OptionalInt environment, OptionalInt generation) {

    static Lives of(Participant who) {
        return new Lives(who, OptionalInt.empty(), OptionalInt.empty());
    }

    Lives environment(int number) {
        return new Lives(who, OptionalInt.of(number), generation);
    }

    Lives generation(int number) {
        return new Lives(who, environment, OptionalInt.of(number));
    }

    /** Those that a journal tells of so far, in the order in which they began. */
    List<Life> in(Journal journal) {
        return LifeReader.of(journal, this::isMeant).stream()
                .filter(life -> isIn(life.environment()))
                .filter(life -> generation.isEmpty() || generation.getAsInt() == life.generation())
                .toList();
    }

    /** At least one life has it; open while one can still come to have it. */
    Function<Journal, Verdict> anyHas(Predicate<Event> what, String otherwise) {
        return journal ->
                in(journal).stream().anyMatch(life -> life.has(what)) ? Verdict.holds() : missing(journal, otherwise);
    }

    /** At least one life has it; otherwise the last of its kind is what was the case. */
    <E extends Event> Function<Journal, Verdict> anyHas(
            Predicate<Event> what, Class<E> kind, Function<E, String> words) {
        return journal -> {
            String otherwise = last(journal, kind::isInstance)
                    .map(entry -> words.apply(kind.cast(entry.event())))
                    .orElse("it did not come to that");
            return anyHas(what, otherwise).apply(journal);
        };
    }

    /** Every life has it, and there is one. */
    boolean eachHas(Journal journal, Predicate<Event> what) {
        List<Life> lives = in(journal);
        return !lives.isEmpty() && lives.stream().allMatch(life -> life.has(what));
    }

    /** No life has it, so far. */
    Function<Journal, Verdict> noneHas(Predicate<Event> what, String otherwise) {
        return journal -> last(journal, what)
                .map(entry -> Verdict.never(otherwise).at(Optional.of(entry)))
                .orElseGet(() -> Verdict.holdsThroughout(journal));
    }

    /** It has not come, whatever it is; whether it still can depends on who lives. */
    Verdict missing(Journal journal, String otherwise) {
        List<Life> lives = in(journal);
        if (lives.isEmpty()) {
            return isPast(journal)
                    ? Verdict.never("it never lived there" + others(journal))
                    : Verdict.notYet("it has not come to life" + others(journal));
        }
        Optional<Entry> latest = lives.get(lives.size() - 1).last(event -> true);
        boolean isLost = Prospects.areNone(journal) || isPast(journal);
        return (isLost ? Verdict.never(otherwise) : Verdict.notYet(otherwise)).at(latest);
    }

    /** Most who never come are spelled wrong. */
    private String others(Journal journal) {
        String names = journal.events(Registered.class).stream()
                .map(Registered::extension)
                .distinct()
                .map(extension -> Words.quoted(extension.name()))
                .collect(Collectors.joining(" and "));
        if (who.equals(Participant.RUNTIME)) {
            return "";
        }
        return names.isEmpty() ? undeployed(journal) : ", while " + names + " registered";
    }

    /** A layer may have it in another place, too, than where Lambda looks. */
    private String undeployed(Journal journal) {
        List<LambdaFunction> functions = journal.entries().stream()
                .flatMap(entry -> entry.environment().stream())
                .distinct()
                .flatMap(environment -> journal.function(environment).stream())
                .toList();
        boolean isDeployed =
                functions.stream().anyMatch(function -> function.extensions().containsKey(who.name()));
        return functions.isEmpty() || isDeployed
                ? ""
                : " (none of that name is deployed: extension(…) does that, or a layer with the file extensions/"
                        + Words.safe(who.name()) + ")";
    }

    /** So often it came; open while it can still come more often. */
    Verdict counted(Journal journal, Tally tally) {
        Verdict verdict = tally.in(journal);
        return isPast(journal) ? verdict.forGood() : verdict;
    }

    long count(Journal journal, Predicate<Event> what) {
        return in(journal).stream().mapToLong(life -> life.all(what).count()).sum();
    }

    Optional<Entry> last(Journal journal, Predicate<Event> what) {
        return in(journal).stream().flatMap(life -> life.all(what)).reduce((former, latter) -> latter);
    }

    String name() {
        String name = who.equals(Participant.RUNTIME) ? "the runtime" : "extension " + Words.quoted(who.name());
        String where = environment.isPresent() ? " in environment " + environment.getAsInt() : "";
        String when = generation.isPresent() ? " in generation " + generation.getAsInt() : "";
        return name + where + when;
    }

    /** Whether the part of the story that counts is told. */
    private boolean isPast(Journal journal) {
        if (environment.isEmpty() && generation.isEmpty()) {
            return false;
        }
        Generations generations = Generations.of(journal);
        return generations.areOver(this::isIn, generation.orElse(Generations.ALL))
                && (environment.isPresent() || !generations.mayBegin());
    }

    private boolean isIn(EnvironmentId id) {
        return environment.isEmpty() || environment.getAsInt() == id.number();
    }

    private boolean isMeant(Participant candidate) {
        boolean sameKind = (candidate.role() == Participant.Role.RUNTIME) == (who.role() == Participant.Role.RUNTIME);
        return sameKind
                && candidate.role() != Participant.Role.STRANGER
                && candidate.name().equals(who.name());
    }
}
