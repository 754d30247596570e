// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.event.Event;
import java.util.Map;

/** What a reader is told of one kind of event. */
@FunctionalInterface
interface Phrase<E extends Event> {

    String of(E event, Glossary words);

    /** A row of a table of phrases. */
    static <E extends Event> Map.Entry<Class<? extends Event>, Phrase<?>> on(Class<E> type, Phrase<E> phrase) {
        return Map.entry(type, phrase);
    }
}
