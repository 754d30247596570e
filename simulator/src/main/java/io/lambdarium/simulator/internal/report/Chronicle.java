// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a journal held when it was read.
 *
 * @param began when the simulator was started
 * @param dropped how many older entries are lost
 * @param entries what happened
 * @param proxies the variables that name one, by the environments whose functions have them
 */
public record Chronicle(Instant began, long dropped, List<Entry> entries, Map<EnvironmentId, List<String>> proxies) {

    private static final Pattern PROXY = Pattern.compile("(http|all)_proxy", Pattern.CASE_INSENSITIVE);

    /** Where no function has a proxy. */
    Chronicle(Instant began, long dropped, List<Entry> entries) {
        this(began, dropped, entries, Map.of());
    }

    /** The journal as it is now. */
    public static Chronicle of(Journal journal) {
        List<Entry> entries = journal.entries();
        Map<EnvironmentId, List<String>> proxies = entries.stream()
                .flatMap(entry -> entry.environment().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), environment -> proxies(journal, environment)));
        return new Chronicle(journal.began(), journal.dropped(), entries, proxies);
    }

    private static List<String> proxies(Journal journal, EnvironmentId environment) {
        return journal.function(environment).stream()
                .flatMap(function -> function.variables().keySet().stream())
                .filter(variable -> PROXY.matcher(variable).matches())
                .sorted()
                .toList();
    }

    /** Only what concerns that environment: what happened in it, and the invocations that it was given. */
    public Chronicle in(EnvironmentId environment) {
        Set<String> given = all(InvocationEvent.Assigned.class)
                .filter(assigned -> assigned.environment().equals(environment))
                .map(InvocationEvent.Assigned::requestId)
                .collect(Collectors.toSet());
        return new Chronicle(
                began,
                dropped,
                entries.stream()
                        .filter(entry -> concerns(entry, environment, given))
                        .toList(),
                proxies);
    }

    private static boolean concerns(Entry entry, EnvironmentId environment, Set<String> given) {
        Optional<EnvironmentId> where = entry.environment();
        return where.isPresent()
                ? where.get().equals(environment)
                : entry.event() instanceof InvocationEvent about && given.contains(about.requestId());
    }

    <E> Stream<E> all(Class<E> type) {
        return entries.stream().map(Entry::event).filter(type::isInstance).map(type::cast);
    }

    boolean hasSeveralEnvironments() {
        return entries.stream()
                        .flatMap(entry -> entry.environment().stream())
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }
}
