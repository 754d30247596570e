// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a story: one entry, or several that tell one thing.
 *
 * @param entries what it tells of, the first first
 * @param who the column of that name
 * @param what what happened, or what was called
 * @param fate what became of the call; empty if that is unknown, or if it is no call
 */
record Line(List<Entry> entries, String who, String what, String fate) {

    static Line of(Entry entry, Glossary words) {
        return new Line(List.of(entry), Phrases.who(entry, words), Phrases.what(entry.event(), words), "");
    }

    Entry first() {
        return entries.get(0);
    }

    Event last() {
        return entries.get(entries.size() - 1).event();
    }

    boolean holds(Class<? extends Event> type) {
        return entries.stream().anyMatch(entry -> type.isInstance(entry.event()));
    }

    /** Whether it begins with the arrival of that call. */
    boolean isOf(CallId call) {
        return first().event() instanceof Received received && received.call().equals(call);
    }

    boolean isOpen() {
        return fate.isEmpty() && first().event() instanceof Received;
    }

    Line silently(Entry more) {
        List<Entry> all = new ArrayList<>(entries);
        all.add(more);
        return new Line(all, who, what, fate);
    }

    Line ending(Entry more, String with) {
        return new Line(silently(more).entries, who, what, with);
    }

    Line saying(Entry more, String instead) {
        return new Line(silently(more).entries, who, instead, "");
    }

    Line adding(Entry more, String text) {
        return new Line(silently(more).entries, who, what + text, fate);
    }
}
