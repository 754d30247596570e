// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a journal, in columns and by the page: an entry costs three references until somebody reads it, and the
 * oldest page can go as a whole.
 */
final class Pages {

    /** What one test needs, so that a simulator for each test costs little memory. */
    private static final int PAGE = 128;

    private final int limit;
    private final List<Page> pages = new ArrayList<>();
    private int size;
    private long dropped;

    Pages(int limit) {
        this.limit = limit;
    }

    void add(Instant at, Optional<EnvironmentId> environment, Event event) {
        if (size % PAGE == 0) {
            pages.add(new Page());
        }
        int slot = size % PAGE;
        Page page = pages.get(size / PAGE);
        page.times[slot] = at;
        page.environments[slot] = environment.orElse(null);
        page.events[slot] = event;
        size++;
        if (size - PAGE >= limit) {
            pages.remove(0);
            size -= PAGE;
            dropped += PAGE;
        }
    }

    /** How many entries there ever were. */
    long written() {
        return dropped + size;
    }

    long dropped() {
        return dropped;
    }

    /** What is written is never changed, so a snapshot needs only the pages that there are and how far they go. */
    List<Entry> snapshot() {
        return new Snapshot(List.copyOf(pages), size, dropped);
    }

    private static final class Page {

        private final Instant[] times = new Instant[PAGE];
        private final @Nullable EnvironmentId[] environments = new EnvironmentId[PAGE];
        private final Event[] events = new Event[PAGE];
    }

    private static final class Snapshot extends AbstractList<Entry> {

        private final List<Page> pages;
        private final int size;
        private final long first;

        private Snapshot(List<Page> pages, int size, long first) {
            this.pages = pages;
            this.size = size;
            this.first = first;
        }

        @Override
        public Entry get(int index) {
            Objects.checkIndex(index, size);
            Page page = pages.get(index / PAGE);
            int slot = index % PAGE;
            Optional<EnvironmentId> environment = Optional.ofNullable(page.environments[slot]);
            return new Entry(first + index, page.times[slot], environment, page.events[slot]);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
