// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A fleet with environments that do whatever an environment may do, and a book of what becomes of each request. */
final class Harbour {

    private enum State {
        INITIALIZING,
        IDLE,
        BUSY,
        ANSWERED,
        RESETTING,
        VACANT,
        LEAVING
    }

    /** What may become of an environment by itself; the others wait for an order. */
    private static final Map<State, List<State>> COURSES = new EnumMap<>(Map.of(
            State.INITIALIZING, List.of(State.IDLE, State.IDLE, State.RESETTING, State.LEAVING),
            State.BUSY, List.of(State.ANSWERED, State.ANSWERED, State.ANSWERED, State.RESETTING),
            State.ANSWERED, List.of(State.IDLE, State.IDLE, State.IDLE, State.RESETTING),
            State.RESETTING, List.of(State.VACANT, State.VACANT, State.LEAVING)));

    final Map<String, Integer> runs = new HashMap<>();
    final List<String> throttled = new ArrayList<>();

    private final Yard yard = new Yard();
    private final SplittableRandom random;
    private final Map<EnvironmentId, State> states = new HashMap<>();
    private final List<EnvironmentId> last = new ArrayList<>();
    private final Deque<Order> orders = new ArrayDeque<>();
    private int requests;

    Harbour(long seed) {
        random = new SplittableRandom(seed);
        yard.reserves(1 + random.nextInt(5));
    }

    int requests() {
        return requests;
    }

    long busy() {
        return states.values().stream().filter(State.BUSY::equals).count();
    }

    Fleet fleet() {
        return yard.fleet();
    }

    /** Something happens. */
    void live() {
        switch (random.nextInt(20)) {
            case 0 -> follow(yard.initializes(1));
            case 1 -> follow(yard.retires());
            case 2 -> follow(yard.passes(random.nextInt(1200)).wakes());
            case 3, 4 -> follow(yard.passesMillis(random.nextInt(100)).wakes());
            case 5, 6, 7, 8, 9, 10 -> {
                requests++;
                follow(yard.requests("r-" + requests));
            }
            default -> sail();
        }
    }

    /** Lets everything that is under way come to its end. */
    void rest() {
        for (int i = 0; i < 10_000 && states.values().stream().anyMatch(Harbour::isUnderWay); i++) {
            sail();
        }
    }

    private static boolean isUnderWay(State state) {
        return state == State.LEAVING || COURSES.containsKey(state);
    }

    private void sail() {
        List<EnvironmentId> under = states.keySet().stream()
                .filter(environment -> isUnderWay(states.getOrDefault(environment, State.IDLE)))
                .sorted((one, other) -> one.number() - other.number())
                .toList();
        if (!under.isEmpty()) {
            sail(under.get(random.nextInt(under.size())));
        }
    }

    private void sail(EnvironmentId environment) {
        State state = states.getOrDefault(environment, State.LEAVING);
        if (state == State.LEAVING || state == State.RESETTING && last.contains(environment)) {
            states.remove(environment);
            hear(environment, new Terminated(ShutdownReason.SPINDOWN));
            return;
        }
        List<State> courses = COURSES.getOrDefault(state, List.of(State.IDLE));
        State next = courses.get(random.nextInt(courses.size()));
        if (last.contains(environment) && next != State.ANSWERED || next == State.LEAVING) {
            leave(environment);
        } else {
            states.put(environment, next);
            hear(environment, event(next));
        }
    }

    private void leave(EnvironmentId environment) {
        states.put(environment, State.LEAVING);
        hear(environment, new Stopping(ShutdownReason.SPINDOWN, Instant.EPOCH, false));
    }

    private static Event event(State state) {
        return switch (state) {
            case ANSWERED -> new Responded("", new CallId(1), 2, false);
            case IDLE -> new Idled();
            case VACANT -> new WasReset();
            default -> new Stopping(ShutdownReason.FAILURE, Instant.EPOCH, true);
        };
    }

    private void hear(EnvironmentId environment, Event event) {
        follow(yard.hears(environment, event));
    }

    private void follow(Yard after) {
        for (Object decided : after.latest()) {
            if (decided instanceof Order order) {
                orders.add(order);
            } else if (decided instanceof Throttled refused) {
                throttled.add(refused.requestId());
            }
        }
        for (Order order = orders.poll(); order != null; order = orders.poll()) {
            obey(order);
        }
    }

    private void obey(Order order) {
        EnvironmentId environment = order.environment();
        State state = states.get(environment);
        if (order instanceof Order.Begin) {
            states.put(environment, State.INITIALIZING);
        } else if (order instanceof Order.Run run) {
            require(state == State.IDLE || state == State.VACANT, order + " to one that is " + state);
            states.put(environment, State.BUSY);
            runs.merge(run.request().requestId(), 1, Integer::sum);
        } else if (state == State.VACANT) {
            states.remove(environment);
            hear(environment, new Terminated(ShutdownReason.SPINDOWN));
        } else if (state == State.IDLE || state == State.INITIALIZING) {
            leave(environment);
        } else {
            require(state != null && !last.contains(environment), order + " to one that is " + state);
            last.add(environment);
        }
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new AssertionError(otherwise);
        }
    }
}
