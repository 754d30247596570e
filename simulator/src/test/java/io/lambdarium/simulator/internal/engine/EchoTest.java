// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import static io.lambdarium.simulator.LambdaFunction.function;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.InvokeRequest;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.internal.lifecycle.Call.RuntimeNext;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EchoTest {

    private static final EnvironmentId FIRST = new EnvironmentId(1);
    private static final LambdaFunction FUNCTION = function("f").runtime(Bootstrap.attached());

    private final List<String> heard = new CopyOnWriteArrayList<>();

    private static Engine engine(Consumer<String> listener) {
        SimulatorOptions options = SimulatorOptions.defaults().virtualTime().echo(listener);
        Engine engine = new Engine(options, new Payloads(), inbox -> new NotingRooms(inbox).rooms());
        engine.deploy(FUNCTION);
        return engine;
    }

    private static void write(Engine engine, String text) {
        engine.put(FIRST, new Input.Observed(new Wrote(Participant.RUNTIME, 1, Stream.OUTPUT, text)));
    }

    @Test
    void each_line_is_handed_on_while_it_is_logged() {
        Engine engine = engine(heard::add);
        Invocation invocation = engine.invoke(FUNCTION, InvokeRequest.of("{}"));
        write(engine, "starting");
        engine.put(FIRST, new RuntimeNext(new CallId(1)));
        write(engine, "serving");
        engine.settle();
        List<String> before = List.copyOf(heard);

        engine.advance(Duration.ofSeconds(3));

        assertThat(before)
                .map(line -> line.split(" ")[0])
                .containsExactly("INIT_START", "starting", "START", "serving");
        assertThat(heard).hasSize(6).last().asString().startsWith("REPORT RequestId: " + invocation.requestId() + "\t");
        assertThat(String.join("\n", heard) + "\n").isEqualTo(invocationLog(engine));
    }

    private static String invocationLog(Engine engine) {
        return FunctionLog.of(engine.journal()).text();
    }

    @Test
    void what_could_steer_a_terminal_is_escaped() {
        Engine engine = engine(heard::add);
        engine.initialize(1);

        write(engine, "\u001b[2J\tred\nforged \u009b");
        engine.settle();

        assertThat(heard).hasSize(3).endsWith("\\u001b[2J\tred", "forged \\u009b");
    }

    @Test
    void a_listener_that_fails_hears_no_more_and_disturbs_nothing() {
        Engine engine = engine(line -> {
            heard.add(line);
            throw new IllegalStateException("no room");
        });

        engine.initialize(1);
        write(engine, "more");
        engine.settle();

        assertThat(heard).hasSize(1);
        assertThat(engine.journal().events(Wrote.class)).hasSize(1);
    }
}
