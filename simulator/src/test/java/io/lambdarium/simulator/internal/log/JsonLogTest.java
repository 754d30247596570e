// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.FunctionLog.Line;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.Logging.Level;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationFailed;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.event.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLogTest {

    private static final String TYPE = "(?s)\\{\"time\":\"[^\"]*\",\"type\":\"platform\\.([^\"]*)\".*";

    private static Ledger ledger(Logging logging) {
        return Ledger.of(function("greeter").logging(logging));
    }

    private static List<String> types(Ledger ledger) {
        return ledger.text().lines().map(line -> line.replaceFirst(TYPE, "$1")).toList();
    }

    @Test
    void at_debug_everything_is_told() {
        Ledger ledger = ledger(Logging.json().system(Level.DEBUG));
        Participant flusher = Participant.extension("flusher");
        ledger.starts().write(new Registered(flusher, "f1", Set.of(Subscription.INVOKE)), new Ready(flusher));
        ledger.at(110).initialized(Duration.ofNanos(110_100_999)).invokes("r-1");
        ledger.at(120).responds("r-1", Duration.ofMillis(12)).at(130);
        ledger.completes("r-1", Duration.ofNanos(20_500_000), Optional.of(Duration.ofNanos(110_100_999)));

        assertThat(ledger.text()).isEqualTo("""
                {"time":"2026-08-09T12:00:00.000Z","type":"platform.initStart","record":{"initializationType":"on-demand","phase":"init","runtimeVersion":"provided:al2023.v0","runtimeVersionArn":"arn:aws:lambda:us-east-1::runtime:0000000000000000000000000000000000000000000000000000000000000000","functionName":"greeter","functionVersion":"$LATEST","instanceId":"2026/08/09/[$LATEST]0123456789abcdef0123456789abcdef","instanceMaxMemory":134217728}}
                {"time":"2026-08-09T12:00:00.110Z","type":"platform.initRuntimeDone","record":{"initializationType":"on-demand","phase":"init","status":"success"}}
                {"time":"2026-08-09T12:00:00.110Z","type":"platform.extension","record":{"name":"flusher","state":"Ready","events":["INVOKE"]}}
                {"time":"2026-08-09T12:00:00.110Z","type":"platform.initReport","record":{"initializationType":"on-demand","phase":"init","status":"success","metrics":{"durationMs":110.1}}}
                {"time":"2026-08-09T12:00:00.110Z","type":"platform.start","record":{"requestId":"r-1","version":"$LATEST"}}
                {"time":"2026-08-09T12:00:00.122Z","type":"platform.runtimeDone","record":{"requestId":"r-1","status":"success","spans":[{"name":"responseLatency","start":"2026-08-09T12:00:00.110Z","durationMs":10.0},{"name":"responseDuration","start":"2026-08-09T12:00:00.120Z","durationMs":1.0},{"name":"runtimeOverhead","start":"2026-08-09T12:00:00.121Z","durationMs":1.0}],"metrics":{"durationMs":12.0,"producedBytes":15}}}
                {"time":"2026-08-09T12:00:00.130Z","type":"platform.report","record":{"requestId":"r-1","metrics":{"durationMs":20.5,"billedDurationMs":131,"memorySizeMB":128,"maxMemoryUsedMB":128,"initDurationMs":110.1},"spans":[{"name":"extensionOverhead","start":"2026-08-09T12:00:00.122Z","durationMs":8.0}],"status":"success"}}
                """);
    }

    @Test
    void at_info_there_are_start_and_report_and_the_first_initialization() {
        Ledger ledger = ledger(Logging.json()).coldAndWarm();

        assertThat(types(ledger)).containsExactly("initStart", "start", "report", "start", "report");
    }

    @Test
    void at_warn_there_is_nothing_as_long_as_all_is_well() {
        Ledger ledger = ledger(Logging.json().system(Level.WARN)).coldAndWarm();

        assertThat(ledger.text()).isEmpty();
    }

    @Test
    void at_warn_failures_are_told() {
        Ledger ledger = ledger(Logging.json().system(Level.WARN)).starts();
        Failure crash = new Failure("Runtime.ExitError", "exit status 1");
        ledger.write(new InitializationFailed(InitPhase.INIT, crash, Duration.ofMillis(7)));
        ledger.write(new InitializationStarted(InitPhase.INVOKE, ledger.began()));
        ledger.invokes("r-1").write(new Broke(Participant.RUNTIME, crash));
        ledger.write(
                new RuntimeDone("r-1", Status.ERROR, Duration.ofMillis(1)),
                new Completed("r-1", Status.ERROR, "Runtime.ExitError", Duration.ofMillis(1), Optional.empty()));

        assertThat(types(ledger)).containsExactly("initRuntimeDone", "initReport", "runtimeDone", "report");
        assertThat(ledger.text())
                .contains("""
                "record":{"requestId":"r-1","status":"error","errorType":"Runtime.ExitError","metrics":{"durationMs":1.0,"producedBytes":0}}}
                """)
                .contains("\"phase\":\"init\",\"status\":\"error\",\"errorType\":\"Runtime.ExitError\",\"metrics\"");
    }

    /** Source: lifecycle §3.1. */
    @Test
    void a_runtime_that_never_was_a_process_is_done_with_nothing() {
        Ledger ledger = ledger(Logging.json().system(Level.WARN));
        Failure denied = new Failure("Runtime.InvalidEntrypoint", "fork/exec /var/task/bootstrap: permission denied");
        ledger.write(new InitializationStarted(InitPhase.INIT, ledger.began()), new Launched(Participant.RUNTIME, 1));

        ledger.write(new LaunchFailed(Participant.RUNTIME, 1, denied));
        ledger.write(new InitializationFailed(InitPhase.INIT, denied, Duration.ofMillis(7)));

        assertThat(types(ledger)).containsExactly("initReport");
    }

    @Test
    void an_initialization_inside_an_invocation_names_no_runtime_version_so_it_is_debug() {
        Ledger ledger = ledger(Logging.json().system(Level.DEBUG));
        ledger.write(new InitializationStarted(InitPhase.INVOKE, ledger.began()));

        assertThat(ledger.text()).contains("\"phase\":\"invoke\",\"functionName\":\"greeter\"");
        assertThat(ledger(Logging.json())
                        .write(new InitializationStarted(InitPhase.INVOKE, ledger.began()))
                        .text())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"debug, INFO, 0", "DEBUG, DEBUG, 1", "Trace, DEBUG, 0", "fatal, FATAL, 1", "error, FATAL, 0"})
    void a_line_that_names_its_level_is_kept_if_it_is_important_enough(String level, Level least, int kept) {
        Ledger ledger = ledger(Logging.json().application(least));

        ledger.writes("{\"timestamp\":\"2026-08-09T10:00:00.5Z\",\"level\":\"" + level + "\"}");

        assertThat(FunctionLog.of(ledger).lines()).hasSize(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "",
                "{\"level\":\"debug\"}",
                "{\"level\":\"debug\",\"timestamp\":\"yesterday\"}",
                "{\"level\":\"loud\",\"timestamp\":\"2026-08-09T10:00:00Z\"}",
                "{\"level\":{},\"timestamp\":\"2026-08-09T10:00:00Z\"}",
                "{level:debug,timestamp:'2026-08-09T10:00:00Z'}",
                "[{\"level\":\"debug\",\"timestamp\":\"2026-08-09T10:00:00Z\"}]",
                "{\"level\":\"debug\",\"timestamp\":\"2026-08-09T10:00:00Z\"} and more",
                "{\"level\":\"debug\""
            })
    void whatever_else_is_written_counts_as_info(String line) {
        Ledger info = ledger(Logging.json()).writes(line);
        Ledger warn = ledger(Logging.json().application(Level.WARN)).writes(line);

        assertThat(FunctionLog.of(info).lines()).extracting(Line::text).containsExactly(line);
        assertThat(FunctionLog.of(warn).lines()).isEmpty();
    }

    @Test
    void a_valid_timestamp_is_when_it_was_written() {
        Ledger ledger = ledger(Logging.json()).at(7);

        ledger.writes("{\"level\":\"info\",\"timestamp\":\"2026-08-09T14:00:00.25+02:00\"}")
                .writes("plain");

        assertThat(FunctionLog.of(ledger).lines())
                .extracting(Line::at)
                .containsExactly(
                        Instant.parse("2026-08-09T12:00:00.250Z"),
                        ledger.began().plusMillis(7));
    }

    @Test
    void what_extensions_write_is_no_part_of_the_application() {
        Ledger ledger = ledger(Logging.json().application(Level.FATAL));

        ledger.write(new Wrote(Participant.extension("flusher"), 1, Stream.ERROR, "flushing"));

        assertThat(ledger.text()).isEqualTo("flushing\n");
    }
}
