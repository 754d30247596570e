// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.event.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apiguardian.api.API;

/**
 * The faults of a simulator: which, where, and on which occasion.
 *
 * <pre>{@code
 * lambda.faults().on(RUNTIME_NEXT).once(respond(500));
 * lambda.faults().on(EXTENSION_REGISTER).always(delay(ofMillis(200)));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Faults {

    private final Map<Endpoint, Place> places = new ConcurrentHashMap<>();

    Faults() {}

    /** The place where the faults that follow strike. */
    public Place on(Endpoint endpoint) {
        return places.computeIfAbsent(endpoint, anywhere -> new Place());
    }

    /** The fault that strikes the call that arrives there now, if one does; counts the call. */
    public Optional<Fault> strike(Endpoint endpoint) {
        Place place = places.get(endpoint);
        return place == null ? Optional.empty() : place.strike();
    }

    /** Calls off all faults. */
    public void clear() {
        places.clear();
    }

    /** An endpoint, and the faults that strike there; its calls are counted from the first fault ordered. */
    public static final class Place {

        private final List<Occasion> occasions = new CopyOnWriteArrayList<>();
        private final AtomicLong calls = new AtomicLong();

        private Place() {}

        /** Strikes the next call that no earlier {@code once} or {@code nth} strikes. */
        public void once(Fault fault) {
            long call = calls.get() + 1;
            while (isTaken(call)) {
                call++;
            }
            occasions.add(new Occasion(call, call, fault));
        }

        private boolean isTaken(long call) {
            return occasions.stream().anyMatch(occasion -> occasion.first == call && occasion.last == call);
        }

        /** Strikes the nth call from now, counted from 1. */
        public void nth(int n, Fault fault) {
            if (n < 1) {
                throw new SimulatorException("Cannot strike call number " + n
                        + ": calls are counted from 1. Say nth(1, …) for the next one.");
            }
            long call = calls.get() + n;
            occasions.add(new Occasion(call, call, fault));
        }

        /** Strikes every call from now on that nothing else strikes. */
        public void always(Fault fault) {
            occasions.add(new Occasion(calls.get() + 1, Long.MAX_VALUE, fault));
        }

        private Optional<Fault> strike() {
            long call = calls.incrementAndGet();
            return occasions.stream()
                    .filter(occasion -> occasion.first <= call && call <= occasion.last)
                    .min((one, other) -> Long.compare(one.last, other.last))
                    .map(Occasion::fault);
        }

        private record Occasion(long first, long last, Fault fault) {}
    }
}
