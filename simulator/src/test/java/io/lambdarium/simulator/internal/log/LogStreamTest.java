// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.FunctionLog.Line;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogStreamTest {

    private final Ledger ledger = Ledger.of(function("greeter"));

    @Test
    void output_belongs_to_the_invocation_that_began_last() {
        ledger.starts().writes("a").invokes("r-1").writes("b");
        ledger.completes("r-1", Duration.ZERO, Optional.empty())
                .writes("c")
                .invokes("r-2")
                .writes("d");
        ledger.write(new WasReset()).writes("e");
        ledger.write(new InitializationStarted(InitPhase.INVOKE, ledger.began()))
                .writes("f");

        assertThat(FunctionLog.of(ledger).lines())
                .filteredOn(line -> line.writer().isPresent())
                .extracting(Line::text, Line::requestId)
                .containsExactly(
                        tuple("a", Optional.empty()),
                        tuple("b", Optional.of("r-1")),
                        tuple("c", Optional.of("r-1")),
                        tuple("d", Optional.of("r-2")),
                        tuple("e", Optional.of("r-2")),
                        tuple("f", Optional.empty()));
    }

    @Test
    void each_environment_has_its_own_stream() {
        ledger.in(1).invokes("r-1");
        ledger.in(2).invokes("r-2").writes("two");
        ledger.in(1).writes("one");

        FunctionLog log = FunctionLog.of(ledger);

        assertThat(log.in(new EnvironmentId(1)).text()).isEqualTo("START RequestId: r-1 Version: $LATEST\none\n");
        assertThat(log.in(new EnvironmentId(2)).text()).isEqualTo("START RequestId: r-2 Version: $LATEST\ntwo\n");
        assertThat(log.lines()).hasSize(4);
    }

    @Test
    void the_tail_is_the_last_4096_bytes_of_it() {
        ledger.writes("é".repeat(3_000)).writes("end");

        FunctionLog log = FunctionLog.of(ledger);

        assertThat(log.tail().size()).isEqualTo(4_096);
        assertThat(log.tail().text()).endsWith("é\nend\n");
        assertThat(log.in(new EnvironmentId(2)).tail().size()).isZero();
    }

    @Test
    void whoever_prints_a_log_is_safe_from_what_stands_in_it() {
        ledger.writes("\u001b[2Jred\ttab\r").writes("two\nlines \u009b");

        FunctionLog log = FunctionLog.of(ledger);

        assertThat(log.text()).isEqualTo("\u001b[2Jred\ttab\r\ntwo\nlines \u009b\n");
        assertThat(log).hasToString("\\u001b[2Jred\ttab\ntwo\nlines \\u009b\n");
    }

    @Test
    void what_was_framed_as_one_is_one_line_of_the_log() {
        ledger.writes("Traceback:\n  at home");

        assertThat(FunctionLog.of(ledger).lines()).hasSize(1);
        assertThat(FunctionLog.of(ledger)).hasToString("Traceback:\n  at home\n");
    }
}
