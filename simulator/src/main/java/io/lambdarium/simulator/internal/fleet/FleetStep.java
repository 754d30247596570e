// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.fleet;

import io.lambdarium.simulator.event.InvocationEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The fleet after something happened, what was decided, and what it wants of its environments.
 *
 * @param next the fleet
 * @param events what was decided
 * @param orders what it wants, in order
 */
public record FleetStep(Fleet next, List<InvocationEvent> events, List<Order> orders) {

    static FleetStep to(Fleet next) {
        return new FleetStep(next, List.of(), List.of());
    }

    FleetStep and(InvocationEvent event) {
        return new FleetStep(next, append(events, event), orders);
    }

    FleetStep and(Order order) {
        return new FleetStep(next, events, append(orders, order));
    }

    /** This step and then that one, which began with this one's fleet. */
    FleetStep then(FleetStep later) {
        List<InvocationEvent> allEvents = new ArrayList<>(events);
        allEvents.addAll(later.events);
        List<Order> allOrders = new ArrayList<>(orders);
        allOrders.addAll(later.orders);
        return new FleetStep(later.next, allEvents, allOrders);
    }

    private static <T> List<T> append(List<T> list, T item) {
        if (list.isEmpty()) {
            return List.of(item);
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }
}
