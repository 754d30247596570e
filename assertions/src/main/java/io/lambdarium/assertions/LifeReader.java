// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads from a journal the lives of a participant, in the order in which they began. */
final class LifeReader {

    private final Predicate<Participant> who;
    private final Map<EnvironmentId, Integer> generations = new HashMap<>();
    private final Map<CallId, Participant> callers = new HashMap<>();
    private final Map<Place, List<Entry>> entries = new LinkedHashMap<>();
    private final Set<Place> stopping = new HashSet<>();
    private final Set<Place> over = new HashSet<>();

    private record Place(EnvironmentId environment, int generation) {}

    private LifeReader(Predicate<Participant> who) {
        this.who = who;
    }

    static List<Life> of(Journal journal, Predicate<Participant> who) {
        LifeReader reader = new LifeReader(who);
        journal.entries().forEach(reader::read);
        return reader.entries.entrySet().stream()
                .map(life -> reader.life(life.getKey(), life.getValue()))
                .toList();
    }

    private Life life(Place place, List<Entry> about) {
        boolean isOver = over.contains(place);
        return new Life(place.environment, place.generation, about, !isOver && stopping.contains(place), isOver);
    }

    private void read(Entry entry) {
        entry.environment().ifPresent(environment -> read(entry, environment));
    }

    private void read(Entry entry, EnvironmentId environment) {
        Event event = entry.event();
        if (event instanceof ProcessEvent.Launched launched) {
            generations.put(environment, launched.generation());
        } else if (event instanceof CallEvent.Received received) {
            callers.put(received.call(), received.caller());
        }
        Place place = new Place(environment, generation(event, environment));
        if (subject(event).filter(who).isPresent()) {
            entries.computeIfAbsent(place, anew -> new ArrayList<>()).add(entry);
        } else if (event instanceof Stopping) {
            stopping.add(place);
        } else if (event instanceof WasReset || event instanceof Terminated) {
            over.add(place);
        }
    }

    private int generation(Event event, EnvironmentId environment) {
        return event instanceof ProcessEvent about ? about.generation() : generations.getOrDefault(environment, 1);
    }

    private Optional<Participant> subject(Event event) {
        if (event instanceof ExtensionEvent about) {
            return Optional.of(about.extension());
        }
        if (event instanceof ProcessEvent about) {
            return Optional.of(about.participant());
        }
        if (event instanceof CallEvent about) {
            return Optional.ofNullable(callers.get(about.call()));
        }
        return event instanceof Struck struck && onlyRuntimesCall(struck.endpoint())
                ? Optional.of(Participant.RUNTIME)
                : Optional.empty();
    }

    /** A call that a fault answered never reached its environment, so nobody knows who called; but the path tells that much. */
    private static boolean onlyRuntimesCall(Endpoint endpoint) {
        return endpoint.name().startsWith("RUNTIME_");
    }
}
