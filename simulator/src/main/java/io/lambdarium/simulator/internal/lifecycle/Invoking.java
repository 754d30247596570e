// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.Subscription;
import io.lambdarium.simulator.internal.lifecycle.Input.Departure;
import io.lambdarium.simulator.internal.lifecycle.Input.ErrorBrokeOff;
import io.lambdarium.simulator.internal.lifecycle.Input.ErrorEnded;
import io.lambdarium.simulator.internal.lifecycle.Input.ResponseBrokeOff;
import io.lambdarium.simulator.internal.lifecycle.Input.ResponseEnded;
import io.lambdarium.simulator.internal.lifecycle.Input.ShutDown;
import io.lambdarium.simulator.internal.lifecycle.Input.Wake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From handing out one invocation until everyone has asked for the next event. */
record Invoking(Setting setting, Crew crew, Delivery delivery, Progress progress) implements Inhabited {

    /** Since when it counts differs from now if there was an initialization inside it. */
    static Transition begin(Idle ready, InvocationRequest request, Instant since, Instant now) {
        Setting setting = ready.setting();
        Instant deadline = now.plus(setting.timeout());
        Identities identities = ready.crew().identities();
        Delivery delivery =
                new Delivery(request, identities.uuid(), since, now, deadline, ready.unreportedInit(), false);
        Turn out = Dispatch.of(ready.crew().with(identities.next()), delivery);
        return Transition.to(new Invoking(setting, out.crew(), delivery, Progress.NONE), out.events())
                .after(new Started(request.requestId(), deadline));
    }

    @Override
    public Invoking with(Crew other) {
        return new Invoking(setting, other, delivery, progress);
    }

    Invoking with(RuntimeState state, Progress other) {
        return new Invoking(setting, crew.with(crew.runtime().in(state)), delivery, other);
    }

    @Override
    public List<CallId> openCalls() {
        List<CallId> open = new ArrayList<>(crew.parked());
        progress.responding().ifPresent(open::add);
        return open;
    }

    @Override
    public Optional<Instant> wakeUpAt() {
        return Optional.of(delivery.deadline());
    }

    @Override
    public Transition settle(Instant now) {
        boolean runtimeIsBack = progress.answered() && crew.runtime().state() == RuntimeState.READY;
        if (runtimeIsBack && !progress.runtimeDone()) {
            return new Invoking(setting, crew, delivery, progress.withRuntimeDone())
                    .settle(now)
                    .after(new RuntimeDone(delivery.requestId(), Status.SUCCESS, delivery.took(now)));
        }
        return progress.runtimeDone() && extensionsAreBack() ? complete(now) : Transition.to(this);
    }

    private boolean extensionsAreBack() {
        for (ExtensionMember member : crew.extensions()) {
            if (member.wants(Subscription.INVOKE) && member.state() != ExtensionState.READY) {
                return false;
            }
        }
        return true;
    }

    private Transition complete(Instant now) {
        Completed report =
                new Completed(delivery.requestId(), Status.SUCCESS, "", delivery.duration(now), delivery.init());
        return Resting.before(Sequel.of(report, delivery.last(), now), setting, crew, now);
    }

    @Override
    public Transition on(Call.RuntimeNext call, Instant now) {
        return crew.runtime().state() == RuntimeState.RUNNING
                ? Transition.to(this, new Answered(call.id(), delivery.answer()))
                : Inhabited.super.on(call, now);
    }

    @Override
    public Transition on(Call.ResponseBegan call, Instant now) {
        return call.requestId().equals(delivery.requestId())
                ? Answering.began(this, call)
                : Inhabited.super.on(call, now);
    }

    @Override
    public Transition on(ResponseEnded ended, Instant now) {
        return isReceiving(ended.call(), RuntimeState.RESPONDING) ? Answering.ended(this, ended) : Transition.to(this);
    }

    @Override
    public Transition on(ResponseBrokeOff broken, Instant now) {
        return isReceiving(broken.call(), RuntimeState.RESPONDING)
                ? Answering.brokeOff(this, broken)
                : Transition.to(this);
    }

    @Override
    public Transition on(Call.ErrorBegan call, Instant now) {
        return call.requestId().equals(delivery.requestId())
                ? Answering.began(this, call)
                : Inhabited.super.on(call, now);
    }

    @Override
    public Transition on(ErrorEnded ended, Instant now) {
        return isReceiving(ended.call(), RuntimeState.REPORTING) ? Answering.ended(this, ended) : Transition.to(this);
    }

    @Override
    public Transition on(ErrorBrokeOff broken, Instant now) {
        return isReceiving(broken.call(), RuntimeState.REPORTING)
                ? Answering.brokeOff(this, broken)
                : Transition.to(this);
    }

    private boolean isReceiving(CallId call, RuntimeState state) {
        return crew.runtime().state() == state && progress.isReceiving(call);
    }

    @Override
    public Transition on(Wake wake, Instant now) {
        return now.isBefore(delivery.deadline()) ? Transition.to(this) : Interruption.byTime(this, now);
    }

    @Override
    public Transition leave(Departure departure, Instant now) {
        return Interruption.byExit(this, departure, now);
    }

    @Override
    public Transition on(ShutDown order, Instant now) {
        return Transition.to(new Invoking(setting, crew, delivery.asLast(), progress));
    }
}
