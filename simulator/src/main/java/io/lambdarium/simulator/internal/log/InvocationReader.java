// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.MemoryUsed;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.internal.log.PlatformRecord.Metrics;
import io.lambdarium.simulator.internal.log.PlatformRecord.Report;
import io.lambdarium.simulator.internal.log.PlatformRecord.Response;
import io.lambdarium.simulator.internal.log.PlatformRecord.Span;
import io.lambdarium.simulator.internal.log.PlatformRecord.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what becomes of the invocations of one environment: one after the other, they never overlap. */
final class InvocationReader {

    private static final long MEGABYTE = 1L << 20;

    private final LambdaFunction function;
    private final boolean initBilled;
    private final Map<CallId, Instant> answers = new HashMap<>();
    private Instant started = Instant.EPOCH;
    private String failure = "";
    private Optional<Entry> responded = Optional.empty();
    private Optional<Instant> runtimeDone = Optional.empty();
    private long memory;

    InvocationReader(LambdaFunction function, boolean initBilled) {
        this.function = function;
        this.initBilled = initBilled;
    }

    List<PlatformRecord> read(Entry entry, Roll roll) {
        Event event = entry.event();
        if (event instanceof Started begun) {
            begin(entry.at());
            return List.of(new Start(begun.requestId()));
        }
        if (event instanceof RuntimeDone done) {
            runtimeDone = Optional.of(entry.at());
            Result result = Result.of(done.status(), failure);
            return List.of(new PlatformRecord.RuntimeDone(done.requestId(), result, done.took(), response(entry.at())));
        }
        if (event instanceof Completed completed) {
            return List.of(report(completed, entry.at(), roll));
        }
        note(entry);
        return List.of();
    }

    private void begin(Instant at) {
        started = at;
        failure = "";
        answers.clear();
        responded = Optional.empty();
        runtimeDone = Optional.empty();
    }

    private void note(Entry entry) {
        Event event = entry.event();
        if (event instanceof Received call && call.endpoint() == Endpoint.RUNTIME_RESPONSE) {
            answers.put(call.call(), entry.at());
        } else if (event instanceof Responded) {
            responded = Optional.of(entry);
        } else if (event instanceof Broke broke) {
            failure = broke.failure().errorType();
        } else if (event instanceof MemoryUsed used) {
            memory = Math.max(memory, used.bytes());
        }
    }

    /** Source: extensions-telemetry §4.6: without an answer, no spans. */
    private Optional<Response> response(Instant done) {
        return responded.map(entry -> {
            Responded answer = (Responded) entry.event();
            Instant called = answers.getOrDefault(answer.call(), entry.at());
            return new Response(
                    answer.size(),
                    List.of(
                            Span.between("responseLatency", started, called),
                            Span.between("responseDuration", called, entry.at()),
                            Span.between("runtimeOverhead", entry.at(), done)));
        });
    }

    private Report report(Completed completed, Instant at, Roll roll) {
        Optional<Span> overhead =
                completed.status() == Status.SUCCESS && !roll.extensions().isEmpty()
                        ? runtimeDone.map(done -> Span.between("extensionOverhead", done, at))
                        : Optional.empty();
        Result result = Result.of(completed.status(), completed.errorType());
        return new Report(completed.requestId(), result, metrics(completed), overhead);
    }

    /**
     * What is not measured is the most that it can be, and more than that there is not on Lambda, although we notice it a little
     * late. Source of the bill: lifecycle §1.5, extensions-telemetry §3.2.
     */
    private Metrics metrics(Completed completed) {
        Duration init = completed.initDuration().filter(took -> initBilled).orElse(Duration.ZERO);
        long used = memory == 0 ? function.memory() : Math.min(function.memory(), (memory + MEGABYTE - 1) / MEGABYTE);
        return new Metrics(
                completed.duration(),
                Milliseconds.billed(completed.duration().plus(init)),
                function.memory(),
                used,
                completed.initDuration());
    }
}
