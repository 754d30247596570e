// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Participant.Role;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happened in an environment from one initialization to the next.
 *
 * @param place which environment
 * @param words how things are named
 * @param entries what happened
 * @param kinds the same, by the class of the event
 * @param calls the calls, as they arrived
 * @param end the number of the entry that says that everybody has to go, if one does
 * @param soFar whether what has not happened counts as missing although it still may
 */
record Generation(
        Place place,
        Glossary words,
        List<Entry> entries,
        Map<Class<?>, List<Entry>> kinds,
        Collection<HttpCall> calls,
        long end,
        boolean soFar) {

    /**
     * An environment.
     *
     * @param environment its number
     * @param proxies the variables that its function has and that name a proxy
     */
    record Place(EnvironmentId environment, List<String> proxies) {}

    EnvironmentId environment() {
        return place.environment();
    }

    /** All generations of a chronicle, by environment. */
    static List<Generation> of(Chronicle chronicle) {
        Glossary words = Glossary.of(chronicle);
        Map<EnvironmentId, List<List<Entry>>> environments = new LinkedHashMap<>();
        for (Entry entry : chronicle.entries()) {
            entry.environment()
                    .map(environment -> environments.computeIfAbsent(environment, first -> new ArrayList<>()))
                    .ifPresent(generations -> add(generations, entry));
        }
        return environments.entrySet().stream()
                .flatMap(of -> of.getValue().stream()
                        .map(entries -> of(
                                new Place(of.getKey(), chronicle.proxies().getOrDefault(of.getKey(), List.of())),
                                words,
                                entries)))
                .toList();
    }

    private static void add(List<List<Entry>> generations, Entry entry) {
        if (generations.isEmpty() || entry.event() instanceof InitializationStarted) {
            generations.add(new ArrayList<>());
        }
        generations.get(generations.size() - 1).add(entry);
    }

    private static Generation of(Place place, Glossary words, List<Entry> entries) {
        Map<CallId, HttpCall> calls = new LinkedHashMap<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof CallEvent.Received received) {
                calls.put(received.call(), new HttpCall(received, new ArrayList<>()));
            }
            if (entry.event() instanceof CallEvent about && calls.containsKey(about.call())) {
                calls.get(about.call()).entries().add(entry);
            }
        }
        Map<Class<?>, List<Entry>> kinds = entries.stream()
                .collect(Collectors.groupingBy(entry -> entry.event().getClass()));
        return new Generation(place, words, entries, kinds, calls.values(), end(entries), false);
    }

    Generation soFar(boolean counts) {
        return new Generation(place, words, entries, kinds, calls, end, counts);
    }

    <E extends Event> Stream<E> all(Class<E> type) {
        return when(type).map(Entry::event).map(type::cast);
    }

    boolean has(Class<? extends Event> type) {
        return all(type).findAny().isPresent();
    }

    /** The entries of that type, for whoever needs to know when. */
    Stream<Entry> when(Class<? extends Event> type) {
        return type.isRecord()
                ? kinds.getOrDefault(type, List.of()).stream()
                : entries.stream().filter(entry -> type.isInstance(entry.event()));
    }

    /** What happened before everybody had to go. */
    Generation beforeTheEnd() {
        return end == Long.MAX_VALUE
                ? this
                : of(
                                place,
                                words,
                                entries.stream()
                                        .filter(entry -> entry.sequence() < end)
                                        .toList())
                        .soFar(soFar);
    }

    private static long end(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.event() instanceof Stopping || entry.event() instanceof Terminated)
                .mapToLong(Entry::sequence)
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    /** Whether what has not happened counts as missing. */
    boolean isJudged() {
        return soFar || has(Stopping.class) || has(Terminated.class);
    }

    /** Whether the initialization has not ended in time, or so far. */
    boolean stalledInInit() {
        boolean over = has(Initialized.class)
                || has(InitializationFailed.class)
                || has(Stopping.class)
                || has(Terminated.class);
        return has(InitializationTimedOut.class) || (soFar && has(InitializationStarted.class) && !over);
    }

    Stream<HttpCall> calls(Endpoint endpoint) {
        return calls.stream().filter(call -> call.endpoint() == endpoint);
    }

    /** Whether somebody called there whom a fault may have kept back, so that nobody knows who it was. */
    boolean wasStruck(Endpoint endpoint) {
        return all(Struck.class).anyMatch(struck -> struck.endpoint() == endpoint);
    }

    Stream<HttpCall> refused(String errorType) {
        return calls.stream().filter(call -> call.wasRefused(errorType));
    }

    /** The external extensions that were launched. */
    Stream<Participant> launchedExtensions() {
        return all(Launched.class).map(Launched::participant).filter(who -> !who.equals(Participant.RUNTIME));
    }

    boolean launched(Participant who) {
        return all(Launched.class).anyMatch(launched -> launched.participant().equals(who));
    }

    boolean registered(Participant who) {
        return all(ExtensionEvent.Registered.class)
                .anyMatch(registered -> registered.extension().equals(who));
    }

    /** Whether it had not exited before everybody had to go. An internal extension lives as long as the runtime. */
    boolean isAlive(Participant who) {
        Participant process = who.role() == Role.INTERNAL_EXTENSION ? Participant.RUNTIME : who;
        return when(Exited.class)
                .filter(entry -> ((Exited) entry.event()).participant().equals(process))
                .noneMatch(entry -> entry.sequence() < end);
    }
}
