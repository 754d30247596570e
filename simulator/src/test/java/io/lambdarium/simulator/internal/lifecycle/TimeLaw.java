// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Deadlines are the budgets, durations are not negative, and a phase that was woken does not want to be woken again. */
final class TimeLaw implements Law {

    private static final Set<Duration> BUDGETS = Set.of(Duration.ZERO, Duration.ofMillis(500), Duration.ofMillis(2000));
    private static final Set<Duration> INITIALIZATIONS = Set.of(Duration.ofSeconds(10), Life.TIMEOUT);

    @Override
    public void judge(Step step) {
        if (step.input() instanceof Input.Wake) {
            judgeWake(step);
        }
        for (Event event : step.events()) {
            judge(event, step.now());
        }
    }

    private static void judgeWake(Step step) {
        Optional<Instant> next = step.after().wakeUpAt();
        Law.require(
                next.isEmpty() || next.get().isAfter(step.now()),
                () -> "woken at " + step.now() + ", and wants to be woken at " + next.orElseThrow());
        boolean needless =
                step.before().wakeUpAt().filter(due -> !due.isAfter(step.now())).isEmpty();
        Law.require(
                !needless || step.after().equals(step.before()) && step.events().isEmpty(),
                () -> "a needless wake-up changed something");
    }

    private static void judge(Event event, Instant now) {
        if (event instanceof Stopping stopping) {
            Duration budget = Duration.between(now, stopping.deadline());
            Law.require(BUDGETS.contains(budget), () -> "no budget of AWS: " + budget);
        } else if (event instanceof InitializationStarted started) {
            Duration limit = Duration.between(now, started.deadline());
            Law.require(INITIALIZATIONS.contains(limit), () -> "no limit of AWS: " + limit);
        }
        Law.require(!lasted(event).isNegative(), () -> "it took less than no time: " + event);
    }

    private static Duration lasted(Event event) {
        if (event instanceof Initialized initialized) {
            return initialized.took();
        }
        if (event instanceof InitializationFailed failed) {
            return failed.took();
        }
        if (event instanceof RuntimeDone done) {
            return done.took();
        }
        if (event instanceof Completed completed) {
            return completed.duration();
        }
        return event instanceof Acknowledged acknowledged ? acknowledged.spare() : Duration.ZERO;
    }
}
