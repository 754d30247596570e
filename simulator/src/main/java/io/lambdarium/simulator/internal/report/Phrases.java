// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.FaultEvent;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a line: who, and what. */
final class Phrases {

    private static final int LONGEST_NAME = 32;

    private static final Map<Class<? extends Event>, Phrase<?>> ALL = Stream.of(
                    EnvironmentPhrases.all(),
                    EnvironmentPhrases.ofRest(),
                    InvocationPhrases.all(),
                    ExtensionPhrases.all(),
                    ProcessPhrases.all(),
                    CallPhrases.all())
            .flatMap(table -> table.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Phrases() {}

    static boolean exist(Class<?> type) {
        return ALL.containsKey(type);
    }

    static String what(Event event, Glossary words) {
        Phrase<?> phrase = ALL.get(event.getClass());
        return phrase == null ? Untrusted.text(event.toString()) : speak(phrase, event, words);
    }

    @SuppressWarnings("unchecked") // the table maps each type to a phrase about it
    private static <E extends Event> String speak(Phrase<E> phrase, Event event, Glossary words) {
        return phrase.of((E) event, words);
    }

    static String who(Entry entry, Glossary words) {
        Event event = entry.event();
        if (event instanceof InvocationEvent) {
            return "invocation";
        }
        if (event instanceof FaultEvent) {
            return "fault";
        }
        if (event instanceof CallEvent about) {
            return words.received(about.call()).map(call -> name(call.caller())).orElse(Participant.STRANGER.name());
        }
        if (event instanceof ExtensionEvent about) {
            return name(about.extension());
        }
        if (event instanceof ProcessEvent about) {
            return name(about.participant());
        }
        return entry.environment().map(Object::toString).orElse("environment");
    }

    static String name(Participant participant) {
        return Untrusted.text(participant.name(), LONGEST_NAME);
    }
}
