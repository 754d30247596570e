// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.internal.log.LogReader;
import io.lambdarium.simulator.internal.log.Printable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What Lambda logs for a function, as it was when it was read: its own lines, such as START and REPORT, and what the function
 * and its extensions write.
 *
 * <pre>{@code
 * assertThat(lambda.log().of(invocation).text()).contains("serving Ada");
 * }</pre>
 *
 * <p>What in-process and attached participants write cannot be told apart from what the test writes, so it is not here. Nor is
 * their memory measured: REPORT then gives the memory size as Max Memory Used, as AWS's own emulator does. It is the most that
 * they could use on Lambda.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FunctionLog {

    /** What an invocation with {@code LogType=Tail} is given at most. Source: lifecycle §5.1. */
    private static final int TAIL = 4096;

    private final List<Line> lines;

    private FunctionLog(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * One log event: what CloudWatch shows with one timestamp.
     *
     * @param at when, by the simulator's clock or, with JSON, as the line itself says
     * @param environment where; each environment has its own log stream
     * @param requestId the invocation that had begun last there, if it has a part in it
     * @param writer who wrote it; empty for Lambda itself
     * @param text what it says; several lines where the function framed them as one event
     */
    public record Line(
            Instant at,
            EnvironmentId environment,
            Optional<String> requestId,
            Optional<Participant> writer,
            String text) {

        /** For readers: what could steer a terminal is escaped. */
        @Override
        public String toString() {
            return Printable.text(text);
        }
    }

    /** What Lambda logs of what is in a journal so far. */
    public static FunctionLog of(Journal journal) {
        return new FunctionLog(LogReader.read(journal));
    }

    /**
     * The part that belongs to that invocation: from START to REPORT, and what is written after it until the next one starts.
     * What is written before START, during an initialization, belongs to none.
     */
    public FunctionLog of(Invocation invocation) {
        return where(
                line -> line.requestId().filter(invocation.requestId()::equals).isPresent());
    }

    /** The log stream of that environment. */
    public FunctionLog in(EnvironmentId environment) {
        return where(line -> line.environment().equals(environment));
    }

    /** Everything, in order. */
    public List<Line> lines() {
        return lines;
    }

    /** Everything, each line with a line feed at its end. */
    public String text() {
        return lines.stream().map(line -> line.text() + "\n").collect(Collectors.joining());
    }

    /** The end of it, at most 4,096 bytes: of an invocation's log, what a caller gets with {@code LogType=Tail}. */
    public Payload tail() {
        byte[] all = text().getBytes(StandardCharsets.UTF_8);
        return Payload.of(Arrays.copyOfRange(all, Math.max(0, all.length - TAIL), all.length));
    }

    /** Everything, for readers: what could steer a terminal is escaped. */
    @Override
    public String toString() {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private FunctionLog where(Predicate<Line> condition) {
        return new FunctionLog(lines.stream().filter(condition).toList());
    }
}
