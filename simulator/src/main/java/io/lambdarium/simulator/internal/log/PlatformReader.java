// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationTimedOut;
import io.lambdarium.simulator.event.EnvironmentEvent.Initialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Started;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitReport;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitRuntimeDone;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitStart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads what happened in one environment, and gives what Lambda itself has to tell of it. */
final class PlatformReader {

    private final LambdaFunction function;
    private final Roll roll = new Roll();
    private final InvocationReader invocations;
    private String logStream = "";

    PlatformReader(LambdaFunction function, boolean initBilled) {
        this.function = function;
        this.invocations = new InvocationReader(function, initBilled);
    }

    List<PlatformRecord> read(Entry entry) {
        Event event = entry.event();
        roll.hear(event);
        if (event instanceof Started started) {
            logStream = started.logStream();
        } else if (event instanceof InitializationStarted begun) {
            return List.of(new InitStart(begun.phase(), function, logStream));
        } else if (event instanceof Initialized done) {
            return initialized(done.phase(), Result.SUCCESS, done.took());
        } else if (event instanceof InitializationFailed failed) {
            return initialized(failed.phase(), Result.error(failed.failure().errorType()), failed.took());
        } else if (event instanceof InitializationTimedOut late) {
            return initialized(late.phase(), Result.TIMEOUT, late.limit());
        }
        return invocations.read(entry, roll);
    }

    /** In this order. Source: extensions-telemetry §3.1 step 8. */
    private List<PlatformRecord> initialized(InitPhase phase, Result result, Duration took) {
        List<PlatformRecord> facts = new ArrayList<>();
        if (roll.hasRuntime()) {
            facts.add(new InitRuntimeDone(phase, result));
        }
        facts.addAll(roll.extensions());
        facts.add(new InitReport(phase, result, took));
        return facts;
    }
}
