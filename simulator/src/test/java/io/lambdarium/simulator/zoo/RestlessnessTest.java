// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static io.lambdarium.simulator.Isolation.Capability.FREEZE;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Fault;
import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Gate;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Runtimes that do something while they should wait. Source: lifecycle §2.8. */
@WithProcesses(tools = Tool.PERL)
class RestlessnessTest {

    /** As exact as the clock that the beast looks at. */
    private static final Duration A_TICK = Duration.ofMillis(10);

    @AutoClose
    private final Cage cage = new Cage();

    /** Time passes while it works. */
    @AutoClose
    private final Cage neighbour = new Cage().runtime("takes-a-second");

    @Test
    @WithProcesses(capabilities = FREEZE)
    void who_spins_while_idle_is_frozen_from_one_event_to_the_next() {
        cage.runtime("spins-while-idle").invoke("1").awaitReport();
        neighbour.invoke("{}").await();

        Invocation invocation = cage.invoke("2");

        invocation.awaitReport();
        long ticks = Long.parseLong(invocation.await().payload().text());
        assertThat(A_TICK.multipliedBy(ticks + 1)).isGreaterThanOrEqualTo(frozen());
        assertThat(frozen()).isGreaterThanOrEqualTo(Cage.A_SECOND);
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    @WithProcesses(levels = Isolation.PLAIN)
    void who_spins_while_idle_spins_on_where_nobody_can_be_frozen() {
        cage.runtime("spins-while-idle").invoke("1").awaitReport();

        Invocation invocation = cage.invoke("2");

        assertThat(invocation.await().payload().text()).containsOnlyDigits();
        assertThat(cage.lambda().journal().events(Frozen.class)).isEmpty();
        assertThat(cage.lambda().timeline().text()).endsWith("(Lambda freezes who is idle. Here they run on.)");
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void a_late_word_belongs_to_the_invocation_that_it_is_written_in() {
        Invocation first = cage.runtime("writes-after-it-has-asked").invoke("1");
        first.awaitReport();
        neighbour.invoke("\"a second\"").await();
        neighbour.invoke("\"another one\"").await();

        Invocation second = cage.invoke("2");

        assertThat(first.await()).isEqualTo(Told.answer("1"));
        assertThat(second.await()).isEqualTo(Told.answer("2"));
        second.awaitReport();
        List<String> word = List.of("a late word");
        assertThat(written(first)).isEqualTo(cage.has(FREEZE) ? List.of() : word);
        assertThat(written(second)).isEqualTo(cage.has(FREEZE) ? word : List.of());
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void who_asks_twice_at_once_is_given_one_event_at_a_time() {
        Gate gate = new Gate();
        cage.runtime("asks-twice-at-once").extension("attends");
        cage.lambda().faults().on(Endpoint.EXTENSION_NEXT).once(Fault.hold(gate));
        Invocation first = cage.invoke("1");
        cage.awaitCall(Endpoint.RUNTIME_NEXT, 2);
        gate.open();
        first.awaitReport();
        Invocation second = cage.invoke("2");

        assertThat(first.await()).isEqualTo(Told.answer("1"));
        assertThat(second.await()).isEqualTo(Told.answer("2"));
        second.awaitReport();
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; attends 1 launched; attends registers; runtime 1 launched; init ends; idle;
                invocation 1 starts; attends told of it; invocation 1 answered; invocation 1 completed: SUCCESS;
                idle;
                invocation 2 starts; attends told of it; invocation 2 answered; invocation 2 completed: SUCCESS;
                idle
                """));
        assertThat(cage.findings()).isEmpty();
        assertThat(cage.left()).isEmpty();
    }

    @Test
    void who_asks_while_it_holds_an_event_is_given_the_same_again() {
        Invocation invocation = cage.runtime("asks-while-it-holds-an-event").invoke("{}");
        invocation.awaitReport();

        assertThat(invocation.await()).isEqualTo(Told.answer("the same"));
        assertThat(cage.taleUpTo("idle")).isEqualTo(Tale.told("""
                init begins; runtime 1 launched; init ends; idle;
                invocation 1 starts; invocation 1 answered; invocation 1 completed: SUCCESS; idle
                """));
        assertThat(cage.findings())
                .containsExactly(
                        "The runtime asked for the next event while it still held invocation 1, and was given the "
                                + "same again. Call /response or /error before asking.");
        assertThat(cage.left()).isEmpty();
    }

    private Duration frozen() {
        return Duration.between(when(Frozen.class), when(Thawed.class));
    }

    private Instant when(Class<? extends Event> type) {
        return cage.lambda().journal().entries().stream()
                .filter(entry -> type.isInstance(entry.event()))
                .map(Entry::at)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> written(Invocation invocation) {
        return invocation.log().lines().stream()
                .filter(line -> line.writer().isPresent())
                .map(FunctionLog.Line::text)
                .toList();
    }
}
