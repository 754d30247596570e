// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.ErrorReported;
import io.lambdarium.simulator.event.InvocationEvent.Failed;
import io.lambdarium.simulator.event.InvocationEvent.Responded;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.InvocationEvent.TimedOut;
import io.lambdarium.simulator.event.ProcessEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random lives break no law; {@code -Dlives=100000} lives more of them than a build has time for. */
class RandomLivesTest {

    private static final long LIVES = Long.getLong("lives", 500);
    private static final int MILLION = 1_000_000;

    @Test
    void no_life_breaks_a_law() {
        AtomicLong transitions = new AtomicLong();
        long began = System.nanoTime();

        Optional<Script> lawless = LongStream.rangeClosed(1, LIVES)
                .mapToObj(Script::of)
                .filter(script -> script.breach(UnaryOperator.identity(), step -> transitions.incrementAndGet())
                        .isPresent())
                .findFirst();

        assertThat(lawless.map(script -> tell(script, UnaryOperator.identity())))
                .isEmpty();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "Random lives: %d seeds, %.0f per second; %d transitions under all laws, %.0f per second%n",
                LIVES, LIVES / seconds, transitions.get(), transitions.get() / seconds);
    }

    @Test
    void the_lives_reach_every_phase_and_every_event() {
        Set<Class<?>> seen = new HashSet<>();

        LongStream.rangeClosed(1, 500)
                .mapToObj(Script::of)
                .forEach(script -> script.breach(UnaryOperator.identity(), step -> {
                    seen.add(step.after().getClass());
                    step.events().forEach(event -> seen.add(event.getClass()));
                }));

        assertThat(seen)
                .contains(Registering.class, Starting.class, Idle.class, Invoking.class)
                .contains(StoppingRuntime.class, StoppingExtensions.class, Vacant.class, Terminated.class)
                .containsAll(eventsOf(EnvironmentEvent.class))
                .containsAll(eventsOf(ExtensionEvent.class))
                .containsAll(eventsOf(ProcessEvent.class))
                .contains(Started.class, Responded.class, ErrorReported.class, Failed.class, TimedOut.class)
                .contains(RuntimeDone.class, Completed.class);
    }

    @Test
    void a_machine_that_forgets_a_call_is_found_out_in_few_words() {
        UnaryOperator<Transition> forgetful = transition -> new Transition(
                transition.next(),
                transition.events().stream()
                        .filter(event -> !(event instanceof Abandoned))
                        .toList());
        Script lawless = LongStream.rangeClosed(1, 500)
                .mapToObj(Script::of)
                .filter(script -> script.breach(forgetful, step -> {}).isPresent())
                .findFirst()
                .orElseThrow();

        String story = tell(lawless, forgetful);

        assertThat(story).startsWith("Seed " + lawless.seed()).contains("the phase knows of the open calls []");
        assertThat(story.lines()).as(story).hasSizeLessThan(10);
    }

    @Test
    void a_million_transitions_can_be_waited_for() {
        long began = System.nanoTime();
        long transitions = 0;
        for (Life life = Life.idle("a", "b"); transitions < MILLION; transitions += 6) {
            life.forgets().assigned("r").respondsTo("r").asks("a").asks("b").runtimeAsks();
        }

        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf("Bare machine: %d transitions, %.0f per second%n", transitions, transitions / seconds);
        assertThat(transitions).isGreaterThanOrEqualTo(MILLION);
    }

    private static String tell(Script script, UnaryOperator<Transition> machine) {
        return script.shrunk(machine).story(machine);
    }

    private static List<Class<?>> eventsOf(Class<? extends Event> topic) {
        return Stream.of(topic.getPermittedSubclasses())
                .<Class<?>>map(type -> type)
                .toList();
    }
}
