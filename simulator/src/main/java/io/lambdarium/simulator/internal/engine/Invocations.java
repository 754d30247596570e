// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A projection: the invocations that are under way, kept up to date by what is recorded. */
final class Invocations {

    private final Map<String, LiveInvocation> live = new ConcurrentHashMap<>();
    private final Map<Optional<EnvironmentId>, List<CallId>> initErrors = new HashMap<>();
    private final Payloads payloads;

    Invocations(Payloads payloads) {
        this.payloads = payloads;
    }

    void add(LiveInvocation invocation) {
        live.put(invocation.requestId(), invocation);
        payloads.keep(invocation.requestId(), invocation.event());
    }

    void hear(Step.Happening happening, Instant at) {
        hear(happening.event(), at);
        clear(happening.event(), happening.environment());
    }

    private void hear(Event event, Instant at) {
        if (tells(event) && event instanceof InvocationEvent about) {
            LiveInvocation invocation = live.get(about.requestId());
            if (invocation != null) {
                write(invocation, about, at);
            }
        }
    }

    /** Most events tell no caller anything; to ask what an event belongs to takes longer than to ask for each of these. */
    private static boolean tells(Event event) {
        return event instanceof Assigned
                || event instanceof Responded
                || event instanceof ErrorReported
                || event instanceof Failed
                || event instanceof TimedOut
                || event instanceof Throttled
                || event instanceof Completed;
    }

    /** The body of a call that was turned away is of use to nobody; that of an init error no longer than its processes. */
    private void clear(Event event, Optional<EnvironmentId> environment) {
        if (event instanceof Answered answered && answered.answer() instanceof Answer.Refused) {
            payloads.take(answered.call());
        } else if (event instanceof Abandoned abandoned) {
            payloads.take(abandoned.call());
        } else if (event instanceof InitErrorReported error) {
            initErrors.computeIfAbsent(environment, none -> new ArrayList<>()).add(error.call());
        } else if (event instanceof WasReset || event instanceof Terminated) {
            List<CallId> over = initErrors.remove(environment);
            if (over != null) {
                over.forEach(payloads::take);
            }
        }
    }

    private void write(LiveInvocation invocation, InvocationEvent event, Instant at) {
        if (event instanceof Assigned assigned) {
            invocation.started(assigned.start());
        } else if (event instanceof Responded responded) {
            invocation.ended(new Outcome.Succeeded(payloads.take(responded.call())), at);
        } else if (event instanceof ErrorReported error) {
            invocation.ended(new Outcome.Failed(error.errorType(), payloads.take(error.call())), at);
        } else if (event instanceof Failed failed) {
            invocation.ended(Outcomes.of(failed), at);
        } else if (event instanceof TimedOut timedOut) {
            invocation.ended(Outcomes.of(timedOut), at);
        } else if (event instanceof Throttled throttled) {
            invocation.endedWithoutReport(Outcomes.of(throttled), at);
            remove(invocation);
        } else if (event instanceof Completed completed) {
            invocation.completed(completed);
            remove(invocation);
        }
    }

    private void remove(LiveInvocation invocation) {
        live.remove(invocation.requestId());
        payloads.forget(invocation.requestId());
    }

    /** The simulator is closed. */
    void loseAll(Instant at) {
        live.values().forEach(invocation -> invocation.endedWithoutReport(new Outcome.Lost(Payload.empty()), at));
        live.clear();
    }
}
