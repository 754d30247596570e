// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import java.util.EnumSet;
import java.util.Set;

/** An invocation starts once, its caller gets one result, and it is completed once; nobody hears of it before or after. */
final class InvocationLaw implements Law {

    private enum Milestone {
        STARTED,
        RESULT,
        RUNTIME_DONE,
        COMPLETED
    }

    private final Set<Milestone> passed = EnumSet.noneOf(Milestone.class);
    private String requestId = "";

    @Override
    public void judge(Step step) {
        if (step.input() instanceof Input.Assign assign) {
            Law.require(requestId.isEmpty(), () -> "the machine took a second invocation beside " + requestId);
            requestId = assign.request().requestId();
            passed.clear();
        }
        step.events().forEach(this::judge);
        boolean mustBeOver = step.after() instanceof Idle
                || step.after() instanceof Vacant
                || step.after() instanceof Terminated && !(step.input() instanceof Input.Close);
        Law.require(requestId.isEmpty() || !mustBeOver, () -> requestId + " was lost after " + passed);
        requestId = step.input() instanceof Input.Close ? "" : requestId;
    }

    private void judge(Event event) {
        if (event instanceof InvocationEvent ofInvocation) {
            judge(ofInvocation);
        } else if (event instanceof ToldToInvoke told) {
            mustRun(told.requestId(), event);
        } else if (event instanceof Answered answered && answered.answer() instanceof Answer.NextInvocation next) {
            mustRun(next.request().requestId(), event);
            Law.require(!passed.contains(Milestone.RESULT), () -> "an answered invocation was handed out: " + event);
        }
    }

    private void judge(InvocationEvent event) {
        Law.require(event.requestId().equals(requestId), () -> "not the invocation at hand: " + event);
        Milestone milestone = milestone(event);
        Law.require(passed.add(milestone), () -> milestone + " a second time: " + event);
        Law.require(passed.contains(Milestone.STARTED), () -> "before the start: " + event);
        if (milestone == Milestone.COMPLETED) {
            Law.require(passed.contains(Milestone.RESULT), () -> "its caller has no result: " + event);
            requestId = "";
        }
    }

    private void mustRun(String told, Event event) {
        Law.require(
                told.equals(requestId) && passed.contains(Milestone.STARTED),
                () -> "not an invocation that runs: " + event);
    }

    private static Milestone milestone(InvocationEvent event) {
        if (event instanceof Started) {
            return Milestone.STARTED;
        }
        if (event instanceof RuntimeDone) {
            return Milestone.RUNTIME_DONE;
        }
        return event instanceof Completed ? Milestone.COMPLETED : Milestone.RESULT;
    }
}
