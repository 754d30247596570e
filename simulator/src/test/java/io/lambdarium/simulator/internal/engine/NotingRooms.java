// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A wire and processes that note what they are told; whoever is killed is gone at once. */
final class NotingRooms implements Wire, Processes {

    private final Inbox inbox;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private boolean hasPorts = true;

    NotingRooms(Inbox inbox) {
        this.inbox = inbox;
    }

    Rooms rooms() {
        return new Rooms(this, this, (function, participant, address, logStream) -> Map.of("API", address));
    }

    List<String> notes() {
        return notes;
    }

    /** From now on, no port can be opened. */
    void runOutOfPorts() {
        hasPorts = false;
    }

    @Override
    public String open(EnvironmentId environment) {
        if (!hasPorts) {
            throw new SimulatorException("Cannot listen.");
        }
        return "127.0.0.1:" + environment.number();
    }

    @Override
    public void disconnect(EnvironmentId environment, boolean anew) {
        notes.add("disconnect " + environment + (anew ? " anew" : ""));
    }

    @Override
    public void close(EnvironmentId environment) {
        notes.add("close " + environment);
    }

    @Override
    public void answer(CallId call, Answer answer) {
        notes.add("answer " + call + " " + answer.getClass().getSimpleName());
    }

    @Override
    public void abandon(CallId call) {
        notes.add("abandon " + call);
    }

    @Override
    public void launch(
            EnvironmentId environment, LambdaFunction function, Launched launched, Map<String, String> variables) {
        notes.add("launch " + launched.participant() + " at " + variables.get("API"));
    }

    @Override
    public void signal(EnvironmentId environment, Signalled signalled) {
        notes.add(signalled.signal() + " " + signalled.participant());
        if (signalled.signal() == Signal.SIGKILL) {
            inbox.put(
                    environment,
                    new Input.Exited(signalled.participant(), signalled.generation(), Exit.by(Signal.SIGKILL)));
        }
    }

    @Override
    public AtRest atRest(LambdaFunction function) {
        return AtRest.NOTHING;
    }

    @Override
    public void rest(EnvironmentId environment, boolean freeze) {
        notes.add((freeze ? "freeze " : "read ") + environment);
    }

    @Override
    public void thaw(EnvironmentId environment) {
        notes.add("thaw " + environment);
    }

    @Override
    public void empty(EnvironmentId environment) {
        notes.add("empty " + environment);
    }

    @Override
    public void end(EnvironmentId environment) {
        notes.add("end " + environment);
    }

    @Override
    public boolean hasSurvivors(EnvironmentId environment) {
        return false;
    }
}
