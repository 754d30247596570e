// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.event.Subscription;
import java.time.Duration;
import java.util.Set;

/** What can be written of an extension called "flusher" and of the environment that it lives in. */
final class Flusher {

    static final Participant WHO = Participant.extension("flusher");

    private Flusher() {}

    /** It comes to life in the first or a later initialization of an environment, and registers. */
    static Event[] born(Diary diary, int generation) {
        InitPhase phase = generation == 1 ? InitPhase.INIT : InitPhase.INVOKE;
        return new Event[] {
            new EnvironmentEvent.InitializationStarted(phase, diary.after(10_000)),
            new Launched(WHO, generation),
            new ExtensionEvent.Registered(WHO, "f1", Set.of(Subscription.INVOKE, Subscription.SHUTDOWN))
        };
    }

    static EnvironmentEvent.Started environment() {
        return new EnvironmentEvent.Started(false);
    }

    static Event calls(long call, Endpoint endpoint) {
        return new Received(new CallId(call), endpoint, WHO);
    }

    static Event answered(long call, Answer answer) {
        return new Answered(new CallId(call), answer);
    }

    static Event stopping(Diary diary) {
        return new EnvironmentEvent.Stopping(ShutdownReason.SPINDOWN, diary.after(5_060), false);
    }

    static Event toldToShutDown(Diary diary, ShutdownReason reason) {
        return new ToldToShutDown(WHO, reason, diary.after(5_060));
    }

    static Event[] exits(int status) {
        Exit exit = Exit.status(status);
        return new Event[] {new Exited(WHO, 1, exit), new Acknowledged(WHO, exit, Duration.ofMillis(1_648))};
    }

    static Event[] overruns(boolean told) {
        return new Event[] {new OverranShutdown(WHO, told), new Signalled(WHO, 1, Signal.SIGKILL)};
    }

    static Event reset() {
        return new EnvironmentEvent.WasReset();
    }

    static Event terminated(ShutdownReason reason) {
        return new EnvironmentEvent.Terminated(reason);
    }
}
