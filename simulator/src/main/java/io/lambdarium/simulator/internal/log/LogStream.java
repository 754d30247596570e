// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.FunctionLog.Line;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in the log stream of one environment: system lines and output, as the function's logging has them. */
final class LogStream {

    private final EnvironmentId environment;
    private final Logging logging;
    private final PlatformReader platform;
    private Optional<String> current = Optional.empty();

    LogStream(EnvironmentId environment, LambdaFunction function, boolean initBilled) {
        this.environment = environment;
        this.logging = function.logging();
        this.platform = new PlatformReader(function, initBilled);
    }

    List<Line> read(Entry entry) {
        noteWhatIsCurrent(entry.event());
        return entry.event() instanceof Wrote wrote
                ? output(entry.at(), wrote).toList()
                : platform.read(entry).stream()
                        .flatMap(fact -> lines(entry.at(), fact))
                        .map(text -> new Line(entry.at(), environment, current, Optional.empty(), text))
                        .toList();
    }

    /** Output belongs to the invocation that began last, even after its end; what an initialization writes to none. */
    private void noteWhatIsCurrent(Event event) {
        if (event instanceof Started started) {
            current = Optional.of(started.requestId());
        } else if (event instanceof InitializationStarted) {
            current = Optional.empty();
        }
    }

    private Stream<String> lines(Instant at, PlatformRecord fact) {
        if (!logging.isJson()) {
            return TextFormat.lines(fact).stream();
        }
        return SystemLevel.of(fact).compareTo(logging.system()) < 0
                ? Stream.empty()
                : Stream.of(JsonFormat.line(at, fact));
    }

    /** Only what the function writes is filtered: an extension is no part of the application. */
    private Stream<Line> output(Instant at, Wrote wrote) {
        if (!logging.isJson() || wrote.participant().role() != Participant.Role.RUNTIME) {
            return Stream.of(line(at, wrote));
        }
        ApplicationLevel own = ApplicationLevel.of(wrote.text());
        return own.level().compareTo(logging.application()) < 0
                ? Stream.empty()
                : Stream.of(line(own.timestamp().orElse(at), wrote));
    }

    private Line line(Instant at, Wrote wrote) {
        return new Line(at, environment, current, Optional.of(wrote.participant()), wrote.text());
    }
}
