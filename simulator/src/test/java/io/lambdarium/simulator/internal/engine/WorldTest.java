// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.fleet.Concurrency;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Call.ResponseBegan;
import io.lambdarium.simulator.internal.lifecycle.Call.RuntimeNext;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Limits;
import io.lambdarium.simulator.internal.lifecycle.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WorldTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DEADLINE = BEGIN.plusSeconds(3);
    private static final EnvironmentId FIRST = new EnvironmentId(1);
    private static final CallId RESPONSE = new CallId(2);

    private final World world = new World(Duration.ofMinutes(10), 1);

    WorldTest() {
        Setting setting = new Setting(
                "f",
                "1",
                "h",
                "",
                Duration.ofSeconds(3),
                List.of(),
                AtRest.NOTHING,
                new Limits(Limits.INIT, Limits.RUNTIME_SHARE));
        Step step = new Step(BEGIN);
        world.deploy(setting, new Concurrency(OptionalInt.empty()), step);
        InvocationRequest request = new InvocationRequest("r-1", "arn", "", "", "", "", "application/json", 2);
        world.ask(fleet -> fleet.request(request, BEGIN), step);
        world.tell(FIRST, new RuntimeNext(new CallId(1)), step);
    }

    @Test
    void what_comes_at_the_deadline_comes_after_it_though_no_alarm_has_rung() {
        List<Event> events = tell(DEADLINE, began());

        assertThat(events).hasAtLeastOneElementOfType(TimedOut.class);
        assertThat(events.get(events.size() - 1))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.answer().toString()).contains("InvokeTimeout"));
        assertThat(tell(DEADLINE, new Input.Wake())).isEmpty();
    }

    @Test
    void what_comes_before_the_deadline_is_in_time() {
        tell(DEADLINE.minusNanos(1), began());

        List<Event> events = tell(DEADLINE.minusNanos(1), new Input.ResponseEnded(RESPONSE, 2, false));

        assertThat(events).hasAtLeastOneElementOfType(Responded.class);
    }

    private static ResponseBegan began() {
        return new ResponseBegan(RESPONSE, "r-1", Optional.empty(), true);
    }

    private List<Event> tell(Instant now, Input input) {
        Step step = new Step(now);
        world.tell(FIRST, input, step);
        return step.happenings().stream().map(Step.Happening::event).toList();
    }
}
