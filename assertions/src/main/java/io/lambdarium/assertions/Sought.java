// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.Condition;

/**
 * What a journal is searched for. An entry that was found for one condition is not found for another.
 *
 * @param conditions what the entries must fulfil
 */
record Sought(List<Condition<? super Entry>> conditions) {

    static Sought of(Condition<? super Entry>[] conditions) {
        return new Sought(List.of(conditions));
    }

    String words(String separator) {
        return conditions.isEmpty()
                ? "nothing"
                : conditions.stream().map(Sought::words).collect(Collectors.joining(separator));
    }

    Verdict inOrder(Journal journal) {
        List<Entry> entries = journal.entries();
        int next = 0;
        Optional<Entry> latest = Optional.empty();
        for (Entry entry : entries) {
            if (next < conditions.size() && conditions.get(next).matches(entry)) {
                next++;
                latest = Optional.of(entry);
            }
        }
        return next == conditions.size()
                ? Verdict.holds()
                : lackingAfter(next, entries).at(latest);
    }

    /** There may be one that came too early. */
    private Verdict lackingAfter(int condition, List<Entry> entries) {
        boolean tooEarly = condition > 0 && isFound(condition, entries);
        String where = tooEarly ? " after that for " + words(conditions.get(condition - 1)) : "";
        return Verdict.notYet("there is no entry for " + words(conditions.get(condition)) + where);
    }

    Verdict exactly(Journal journal) {
        Verdict known = Verdict.holdsThroughout(journal);
        return known.holdsNow() ? exactly(journal.entries()) : known;
    }

    private Verdict exactly(List<Entry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            if (i == conditions.size() || !conditions.get(i).matches(entries.get(i))) {
                String fault = i == conditions.size() ? " is one too many" : " is not " + words(conditions.get(i));
                return Verdict.never("entry " + (i + 1) + fault).at(Optional.of(entries.get(i)));
            }
        }
        return entries.size() == conditions.size() ? Verdict.holds() : lacking(entries.size(), entries);
    }

    Verdict inAnyOrder(Journal journal) {
        List<Entry> entries = journal.entries();
        int[] finder = new int[entries.size()];
        Arrays.fill(finder, -1);
        for (int i = 0; i < conditions.size(); i++) {
            if (!finds(i, entries, finder, new boolean[entries.size()])) {
                return lacking(i, entries);
            }
        }
        return Verdict.holds();
    }

    /** Takes an entry that is free, or one whose finder can do with another. */
    private boolean finds(int condition, List<Entry> entries, int[] finder, boolean[] asked) {
        for (int i = 0; i < finder.length; i++) {
            if (!asked[i] && conditions.get(condition).matches(entries.get(i))) {
                asked[i] = true;
                if (finder[i] < 0 || finds(finder[i], entries, finder, asked)) {
                    finder[i] = condition;
                    return true;
                }
            }
        }
        return false;
    }

    /** There may be one that another condition has taken. */
    private Verdict lacking(int condition, List<Entry> entries) {
        String entry = isFound(condition, entries) ? "no other entry for " : "no entry for ";
        return Verdict.notYet("there is " + entry + words(conditions.get(condition)));
    }

    private boolean isFound(int condition, List<Entry> entries) {
        return entries.stream().anyMatch(conditions.get(condition)::matches);
    }

    private static String words(Condition<?> condition) {
        return condition.description().value();
    }
}
