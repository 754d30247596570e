// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Participant.Role;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Subscription;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Extensions are told what they asked for; of the end only external ones, once, in time, and after the runtime is gone. */
final class TellingLaw implements Law {

    private final Map<Participant, Set<Subscription>> subscribers = new HashMap<>();
    private final Set<Participant> told = new HashSet<>();
    private final Set<Participant> killed = new HashSet<>();
    private Instant deadline = Instant.MIN;

    @Override
    public void judge(Step step) {
        for (Event event : step.events()) {
            remember(event, step);
            if (event instanceof ToldToInvoke invoke) {
                mustWant(invoke.extension(), Subscription.INVOKE);
            } else if (event instanceof ToldToShutDown shutDown) {
                judge(shutDown, step);
            }
        }
    }

    private void judge(ToldToShutDown shutDown, Step step) {
        mustWant(shutDown.extension(), Subscription.SHUTDOWN);
        Law.require(
                shutDown.extension().role() == Role.EXTERNAL_EXTENSION,
                () -> "only external ones are told: " + shutDown);
        Law.require(told.add(shutDown.extension()), () -> "told twice: " + shutDown);
        Law.require(!step.after().crew().runtime().state().isAlive(), () -> "the runtime is still there: " + shutDown);
        Law.require(shutDown.deadline().equals(deadline), () -> "not the deadline that was set: " + shutDown);
        Law.require(step.now().isBefore(deadline), () -> "too late: " + shutDown);
    }

    private void remember(Event event, Step step) {
        if (event instanceof InitializationStarted) {
            subscribers.clear();
            told.clear();
            killed.clear();
        } else if (event instanceof Registered registered) {
            Law.require(
                    !killed.contains(registered.extension()), () -> "registered, though it was killed: " + registered);
            subscribers.put(registered.extension(), registered.subscriptions());
        } else if (step.input() instanceof Input.Exited exited && event instanceof Exited) {
            leave(exited, step.before().crew().generation());
        } else if (event instanceof Signalled signalled) {
            killed.add(signalled.participant());
            subscribers.remove(signalled.participant());
        } else if (event instanceof Stopping stopping) {
            deadline = stopping.deadline();
        }
    }

    /** It may be one of an earlier generation that was given up, and of the same name. */
    private void leave(Input.Exited exited, int generation) {
        if (exited.generation() == generation) {
            subscribers.remove(exited.participant());
        }
    }

    private void mustWant(Participant who, Subscription what) {
        Set<Subscription> wanted = subscribers.getOrDefault(who, Set.of());
        Law.require(wanted.contains(what), () -> who + " is not there, or did not ask for " + what);
    }
}
