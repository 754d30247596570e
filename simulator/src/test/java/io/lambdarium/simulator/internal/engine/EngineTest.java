// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.InvokeRequest;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Outcome;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.internal.lifecycle.Call.ResponseBegan;
import io.lambdarium.simulator.internal.lifecycle.Call.RuntimeInitError;
import io.lambdarium.simulator.internal.lifecycle.Call.RuntimeNext;
import io.lambdarium.simulator.internal.lifecycle.Input.Exited;
import io.lambdarium.simulator.internal.lifecycle.Input.ResponseEnded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static final EnvironmentId FIRST = new EnvironmentId(1);
    private static final LambdaFunction SLOW =
            function("slow").timeout(Duration.ofSeconds(3)).runtime(Bootstrap.attached());

    private final Payloads payloads = new Payloads();
    private final AtomicReference<NotingRooms> around = new AtomicReference<>();
    private final Engine engine = new Engine(SimulatorOptions.defaults().virtualTime(), payloads, inbox -> {
        around.set(new NotingRooms(inbox));
        return around.get().rooms();
    });

    @Test
    void an_invocation_travels_from_its_request_to_its_result() {
        engine.deploy(SLOW);
        Invocation invocation = engine.invoke(SLOW, InvokeRequest.of("1"));
        engine.put(FIRST, new RuntimeNext(new CallId(1)));

        payloads.keep(new CallId(2), Payload.of("2"));
        engine.put(FIRST, new ResponseBegan(new CallId(2), invocation.requestId(), Optional.empty(), true));
        engine.put(FIRST, new ResponseEnded(new CallId(2), 1, false));

        assertThat(invocation.outcome()).contains(new Outcome.Succeeded(Payload.of("2")));
        assertThat(around.get().notes())
                .containsExactly(
                        "launch runtime at 127.0.0.1:1", "answer call 1 NextInvocation", "answer call 2 Accepted");
    }

    @Test
    void whoever_waits_for_the_report_of_a_throttled_invocation_is_told_at_once_that_there_is_none() {
        LambdaFunction throttled = SLOW.concurrency(0);
        engine.deploy(throttled);
        Invocation invocation = engine.invoke(throttled, InvokeRequest.of("1"));

        assertThatThrownBy(invocation::awaitReport)
                .isInstanceOf(SimulatorException.class)
                .hasMessage(
                        "There will be no report of invocation " + invocation.requestId()
                                + ": it was throttled, for ReservedFunctionConcurrentInvocationLimitExceeded, so no environment ever had it.");
    }

    @Test
    void a_machine_without_room_fails_the_invocation_and_keeps_what_was_deployed() {
        around.get().runOutOfPorts();
        engine.deploy(SLOW);

        Invocation invocation = engine.invoke(SLOW, InvokeRequest.of("1"));

        assertThat(invocation.outcome())
                .get()
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.payload().text())
                                .contains("Runtime.InvalidEntrypoint", "Cannot listen."));
        assertThat(invocation.start()).isPresent();
    }

    @Test
    void in_virtual_time_nothing_happens_before_its_millisecond() {
        engine.deploy(SLOW);
        Invocation invocation = engine.invoke(SLOW, InvokeRequest.of("{}"));
        engine.put(FIRST, new RuntimeNext(new CallId(1)));

        engine.advance(Duration.ofMillis(2_999));
        Optional<Outcome> before = invocation.outcome();
        engine.advance(Duration.ofMillis(1));

        assertThat(before).isEmpty();
        assertThat(invocation.outcome()).containsInstanceOf(Outcome.TimedOut.class);
        assertThat(invocation.after()).contains(Duration.ofSeconds(3));
    }

    @Test
    void what_became_due_on_the_way_is_dated_when_it_was_due() {
        engine.deploy(SLOW);
        engine.invoke(SLOW, InvokeRequest.of("{}"));
        engine.put(FIRST, new RuntimeNext(new CallId(1)));

        engine.advance(Duration.ofHours(1));

        List<Entry> timeouts = engine.journal().entries().stream()
                .filter(entry -> entry.event() instanceof InvocationEvent.TimedOut)
                .toList();
        assertThat(timeouts).hasSize(1);
        assertThat(timeouts.get(0).at()).isEqualTo(engine.journal().began().plusSeconds(3));
    }

    @Test
    void what_a_step_of_the_clock_leads_to_is_dated_before_the_next_step() {
        engine.deploy(SLOW);
        engine.invoke(SLOW, InvokeRequest.of("{}"));
        engine.put(FIRST, new RuntimeNext(new CallId(1)));

        engine.advance(Duration.ofSeconds(4));

        List<Entry> resets = engine.journal().entries().stream()
                .filter(entry -> entry.event() instanceof WasReset)
                .toList();
        assertThat(resets)
                .extracting(Entry::at)
                .containsExactly(engine.journal().began().plusSeconds(3));
    }

    @Test
    void everything_is_recorded_before_it_is_done() {
        AtomicReference<Engine> self = new AtomicReference<>();
        AtomicReference<Integer> recorded = new AtomicReference<>(0);
        Engine watched = new Engine(SimulatorOptions.defaults().virtualTime(), payloads, inbox -> {
            NotingRooms rooms = new NotingRooms(inbox);
            return new Rooms(rooms, rooms, (function, participant, address, logStream) -> {
                recorded.set(self.get().journal().entries().size());
                return java.util.Map.of();
            });
        });
        self.set(watched);
        watched.deploy(SLOW);

        watched.initialize(1);

        assertThat(recorded.get()).isEqualTo(watched.journal().entries().size()).isPositive();
    }

    @Test
    void a_closed_engine_has_ended_its_environments_and_its_invocations() {
        engine.deploy(SLOW);
        Invocation invocation = engine.invoke(SLOW, InvokeRequest.of("{}"));
        engine.put(FIRST, new RuntimeNext(new CallId(1)));

        engine.close();

        assertThat(invocation.outcome()).containsInstanceOf(Outcome.Lost.class);
        assertThat(around.get().notes()).contains("SIGKILL runtime", "close environment 1");
        assertThat(engine.journal().isClosed()).isTrue();
    }

    @Test
    void after_the_end_nothing_begins_and_who_invokes_has_lost() {
        engine.deploy(SLOW);
        engine.close();

        Invocation late = engine.invoke(SLOW, InvokeRequest.of("{}"));
        engine.initialize(1);

        assertThat(late.outcome()).containsInstanceOf(Outcome.Lost.class);
        assertThat(around.get().notes()).containsExactly("close environment 1");
        assertThat(engine.journal().entries()).isEmpty();
    }

    @Test
    void an_idle_environment_is_retired_after_the_idle_limit() {
        engine.deploy(SLOW);
        engine.initialize(1);
        engine.put(FIRST, new RuntimeNext(new CallId(1)));

        engine.advance(SimulatorOptions.defaults().idleLimit());

        assertThat(around.get().notes())
                .endsWith("SIGKILL runtime", "abandon call 1", "close environment 1", "end environment 1");
    }

    @Test
    void whoever_calls_an_environment_that_is_no_more_is_hung_up_on() {
        engine.deploy(SLOW);
        engine.initialize(1);
        engine.put(FIRST, new RuntimeNext(new CallId(1)));
        engine.shutDown();

        engine.put(FIRST, new RuntimeNext(new CallId(2)));

        assertThat(around.get().notes()).endsWith("close environment 1", "end environment 1", "abandon call 2");
    }

    @Test
    void the_body_of_an_init_error_is_kept_no_longer_than_its_environment_had_processes() {
        engine.deploy(SLOW);
        engine.initialize(1);
        payloads.keep(new CallId(1), Payload.of("why"));
        engine.put(FIRST, new RuntimeInitError(new CallId(1), "Runtime.NoConfig"));

        engine.put(FIRST, new Exited(Participant.RUNTIME, 1, Exit.status(1)));

        assertThat(engine.journal().events(WasReset.class)).hasSize(1);
        assertThat(payloads.take(new CallId(1))).isEqualTo(Payload.empty());
    }

    @Test
    void what_was_put_off_until_after_the_end_is_not_done() {
        List<String> done = new ArrayList<>();
        engine.later(Duration.ofSeconds(1), () -> done.add("before the end"));
        engine.later(Duration.ofSeconds(3), () -> done.add("after the end"));
        engine.advance(Duration.ofSeconds(2));

        engine.close();
        engine.advance(Duration.ofSeconds(2));

        assertThat(done).containsExactly("before the end");
    }
}
