// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns entries into lines: what belongs together becomes one, and routine becomes none. */
final class Folding {

    private final Glossary words;
    private final List<Line> lines = new ArrayList<>();
    private final Map<CallId, Integer> latest = new HashMap<>();

    private final Set<Place> leaving = new HashSet<>();

    /** A participant of an environment. */
    private record Place(Optional<EnvironmentId> environment, Participant participant) {}

    private Folding(Glossary words) {
        this.words = words;
    }

    static List<Line> of(Chronicle chronicle, Glossary words) {
        Folding folding = new Folding(words);
        chronicle.entries().forEach(folding::take);
        return new Floods(new Repeats(folding.lines, words).toldOnce(), words).cut();
    }

    private void take(Entry entry) {
        if (lines.isEmpty() || !(foldIntoTheCall(entry) || foldIntoTheLast(entry))) {
            lines.add(line(entry));
        }
        noteWhoLeaves(entry);
        if (entry.event() instanceof CallEvent about) {
            latest.putIfAbsent(about.call(), lines.size() - 1);
            latest.computeIfPresent(about.call(), (call, line) -> isOnTheLast(entry) ? lines.size() - 1 : line);
        }
    }

    private boolean isOnTheLast(Entry entry) {
        return lines.get(lines.size() - 1).entries().contains(entry);
    }

    private void noteWhoLeaves(Entry entry) {
        if (entry.event() instanceof ProcessEvent about) {
            Place place = new Place(entry.environment(), about.participant());
            if (about instanceof ProcessEvent.Launched) {
                leaving.remove(place);
            } else if (about instanceof ProcessEvent.Signalled || about instanceof ProcessEvent.Exited) {
                leaving.add(place);
            }
        }
    }

    /** What goes without saying belongs to the line that told of the call. */
    private boolean foldIntoTheCall(Entry entry) {
        if (!(entry.event() instanceof CallEvent about)
                || !latest.containsKey(about.call())
                || !isRoutine(entry, about)) {
            return false;
        }
        int line = latest.get(about.call());
        lines.set(line, lines.get(line).silently(entry));
        return true;
    }

    /** Answers arrive, and whoever has to leave hangs up. */
    private boolean isRoutine(Entry entry, CallEvent about) {
        boolean leaves = words.received(about.call())
                .map(call -> new Place(entry.environment(), call.caller()))
                .filter(leaving::contains)
                .isPresent();
        boolean hangsUp = about instanceof CallEvent.CallerGone || about instanceof CallEvent.Abandoned;
        return about instanceof CallEvent.Delivered || (leaves && hangsUp);
    }

    private boolean foldIntoTheLast(Entry entry) {
        int last = lines.size() - 1;
        Optional<Line> folded = Folds.ALL.stream()
                .flatMap(fold -> fold.absorb(lines.get(last), entry, words).stream())
                .findFirst();
        folded.ifPresent(line -> lines.set(last, line));
        return folded.isPresent();
    }

    /** What became of a call that arrived some lines ago names the call again, unless it brings an event. */
    private Line line(Entry entry) {
        Line line = Line.of(entry, words);
        return entry.event() instanceof CallEvent about && !Folds.tellsOfAnEvent(about) && !Folds.isArrival(about)
                ? new Line(line.entries(), line.who(), words.called(about.call()), line.what())
                : line;
    }
}
