// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.InvocationEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a chronicle's moments, requests and calls are named for its reader.
 *
 * @param began from when moments are counted
 * @param requests the ids of its requests
 * @param prefix how many characters tell all its requests apart
 * @param calls the calls, as they arrived
 */
record Glossary(Instant began, Set<String> requests, int prefix, Map<CallId, Received> calls) {

    private static final int SHORTEST_PREFIX = 4;
    private static final String ID = "{id}";
    private static final long MEGABYTE = 1L << 20;

    static Glossary of(Chronicle chronicle) {
        SortedSet<String> ids = chronicle
                .all(InvocationEvent.class)
                .map(InvocationEvent::requestId)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<CallId, Received> calls = chronicle
                .all(Received.class)
                .collect(Collectors.toMap(Received::call, Function.identity(), (first, again) -> first));
        return new Glossary(chronicle.began(), ids, prefix(List.copyOf(ids)), calls);
    }

    private static int prefix(List<String> sorted) {
        int prefix = SHORTEST_PREFIX;
        for (int i = 1; i < sorted.size(); i++) {
            prefix = Math.max(prefix, commonPrefix(sorted.get(i - 1), sorted.get(i)) + 1);
        }
        return prefix;
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    /** Short, and still the only one that begins so; in full if no invocation has that id. */
    String request(String id) {
        return requests.contains(id) ? id.substring(0, Math.min(prefix, id.length())) : Untrusted.text(id);
    }

    /** When, as {@code +0.041}. */
    String moment(Instant at) {
        Duration since = Duration.between(began, at);
        return since.isNegative() ? "-" + digits(since.negated()) : "+" + digits(since);
    }

    /** How long, as {@code 3.000 s}. */
    static String seconds(Duration duration) {
        return duration.isNegative() ? "-" + digits(duration.negated()) + " s" : digits(duration) + " s";
    }

    private static String digits(Duration duration) {
        int millis = duration.toMillisPart();
        return duration.toSeconds() + (millis < 10 ? ".00" : millis < 100 ? ".0" : ".") + millis;
    }

    /** How many, as {@code 1 byte} or {@code 12 bytes}. */
    static String bytes(long size) {
        return size == 1 ? "1 byte" : size + " bytes";
    }

    /** How much, as {@code 131 MB}; what has begun counts. */
    static String megabytes(long size) {
        return (size + MEGABYTE - 1) / MEGABYTE + " MB";
    }

    Optional<Received> received(CallId call) {
        return Optional.ofNullable(calls.get(call));
    }

    /** What was called, without the version that all paths begin with. */
    String called(CallId call) {
        return received(call).map(this::called).orElseGet(call::toString);
    }

    String called(Received received) {
        return called(received.endpoint(), received.subject());
    }

    String called(Endpoint endpoint, String subject) {
        if (endpoint == Endpoint.UNKNOWN && subject.isEmpty()) {
            return "an unknown path";
        }
        String path = endpoint.path();
        path = path.substring(Math.max(0, path.indexOf('/', 1)));
        boolean isId = path.contains(ID) && !subject.contains(" /"); // or else method and path, of a call gone astray
        if (subject.isEmpty() || isId) {
            return endpoint.method() + " " + (subject.isEmpty() ? path : path.replace(ID, request(subject)));
        }
        return Untrusted.text(subject);
    }
}
