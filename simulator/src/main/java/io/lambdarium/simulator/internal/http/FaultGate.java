// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Fault;
import io.lambdarium.simulator.Faults;
import io.lambdarium.simulator.internal.engine.Inbox;
import java.util.Optional;

/** What every call must pass before it is heard. */
final class FaultGate {

    private final Faults faults;
    private final Inbox inbox;

    FaultGate(Faults faults, Inbox inbox) {
        this.faults = faults;
        this.inbox = inbox;
    }

    void admit(ParkedCall call) {
        Optional<Fault> fault = faults.strike(call.endpoint());
        if (fault.isEmpty()) {
            call.begin();
        } else {
            strike(call, fault.get());
        }
    }

    private void strike(ParkedCall call, Fault fault) {
        if (fault instanceof Fault.DropMidAnswer) {
            call.breakAnswer(fault);
            call.begin();
            return;
        }
        call.report(fault);
        if (fault instanceof Fault.Respond respond) {
            call.respond(respond.status());
        } else if (fault instanceof Fault.Delay delay) {
            call.hold();
            inbox.later(delay.by(), () -> call.onItsThread(call::begin));
        } else if (fault instanceof Fault.Hold hold) {
            call.hold();
            hold.until().whenOpen(() -> call.onItsThread(call::begin));
        } else {
            call.drop();
        }
    }
}
