// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.util.List;
import org.apiguardian.api.API;

/** A journal for human eyes. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Timeline {

    private final Journal journal;

    private Timeline(Journal journal) {
        this.journal = journal;
    }

    /** The story that a journal tells. */
    public static Timeline of(Journal journal) {
        return new Timeline(journal);
    }

    /** Everything that happened, a line each. */
    public String text() {
        return journal.entries().toString();
    }

    /** What probably went wrong, in whole sentences; empty if nothing looks wrong. */
    public List<String> findings() {
        return List.of();
    }

    @Override
    public String toString() {
        return text();
    }
}
