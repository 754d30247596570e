// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Bootstrap.Body;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.process.ground.Daemons;
import io.lambdarium.simulator.internal.process.ground.Grounds;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/** A supervisor with one environment and an inbox to look into. */
final class Stage implements AutoCloseable {

    static final EnvironmentId ENVIRONMENT = new EnvironmentId(7);

    final ExitsInbox inbox = new ExitsInbox();
    final AtomicReference<ClassLoader> classes = new AtomicReference<>();
    final Supervisor supervisor;

    Stage() {
        this(Daemons.FACTORY);
    }

    Stage(ThreadFactory threads) {
        Housing none = new Housing(inbox, new Grounds(Optional.empty()), true, Map.of());
        supervisor = new Supervisor(inbox, classes::get, none, threads);
    }

    void launch(Body runtime) {
        launch(Bootstrap.inProcess(runtime), 1);
    }

    void launch(Bootstrap runtime, int generation) {
        Launched launched = new Launched(Participant.RUNTIME, generation);
        supervisor.launch(ENVIRONMENT, function("greeter").runtime(runtime), launched, Map.of("GREETING", "Hello"));
    }

    void signal(Signal signal) {
        signal(signal, 1);
    }

    void signal(Signal signal, int generation) {
        supervisor.signal(ENVIRONMENT, new Signalled(Participant.RUNTIME, generation, signal));
    }

    boolean hasSurvivors() {
        return supervisor.hasSurvivors(ENVIRONMENT);
    }

    /** How the next participant exits that does. */
    Exit exit() throws InterruptedException {
        return inbox.next().exit();
    }

    @Override
    public void close() {
        supervisor.close();
    }
}
