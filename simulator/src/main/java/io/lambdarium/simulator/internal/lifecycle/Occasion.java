// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.InvocationRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why there is an initialization: ahead of an invocation, or inside one.
 *
 * @param began when it began
 * @param deadline when it must be done
 * @param inside the invocation that contains it, after a reset
 * @param awaited whether an invocation waits for it, so that its duration is reported
 * @param last whether the environment shuts down after it
 */
record Occasion(Instant began, Instant deadline, Optional<InvocationRequest> inside, boolean awaited, boolean last) {

    static Occasion first(Setting setting, boolean ahead, Instant now) {
        return new Occasion(now, now.plus(setting.limits().init()), Optional.empty(), !ahead, false);
    }

    /** AWS calls this one suppressed; its limit is the function timeout. Source: extensions-telemetry §3.1 step 9. */
    static Occasion inside(Setting setting, InvocationRequest request, Instant now) {
        return new Occasion(now, now.plus(setting.timeout()), Optional.of(request), false, false);
    }

    Occasion asLast() {
        return new Occasion(began, deadline, inside, awaited, true);
    }

    InitPhase phase() {
        return inside.isPresent() ? InitPhase.INVOKE : InitPhase.INIT;
    }

    boolean isInside(String requestId) {
        return inside.map(request -> request.requestId().equals(requestId)).orElse(false);
    }

    Duration limit() {
        return Duration.between(began, deadline);
    }

    Duration took(Instant now) {
        return Duration.between(began, now);
    }

    boolean isOver(Instant now) {
        return !now.isBefore(deadline);
    }
}
