// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;
import static io.lambdarium.simulator.event.Participant.RUNTIME;

import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.InvocationEvent.Start;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import org.junit.jupiter.api.Test;

class GenerationsTest {

    private final Diary diary = new Diary();
    private final Plea plea = Plea.in(diary);

    private RuntimeAssert runtime() {
        return new RuntimeAssert(diary, Consequence.AT_ONCE);
    }

    private static Event exited(int generation, int status) {
        return new Exited(RUNTIME, generation, Exit.status(status));
    }

    private Event[] again() {
        return new Event[] {new InitializationStarted(InitPhase.INVOKE, diary.after(3_000)), new Launched(RUNTIME, 2)};
    }

    private void crash() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1), exited(1, 3), Flusher.reset());
    }

    @Test
    void for_a_generation_that_is_over_nobody_waits() {
        crash();
        diary.write(again());

        firstLine(() -> runtime().inGeneration(1).exitsWith(0))
                .isEqualTo(
                        "Expected the runtime in generation 1 to exit with status 0, but it ended with exit status 3.");
        firstLine(() -> runtime().inGeneration(1).starts(2)).endsWith("to start twice, but it started once.");
        firstLine(() -> runtime().inGeneration(1).calls(RUNTIME_NEXT, 1)).endsWith("once, but it never called.");
        firstLine(() -> new ExtensionAssert(diary, "flusher", Consequence.AT_ONCE)
                        .inGeneration(1)
                        .registers())
                .endsWith("to register, but it never lived there.");
    }

    @Test
    void for_a_generation_that_lives_or_is_to_come_the_test_waits() {
        crash();
        diary.later(again()).later(exited(2, 4), Flusher.reset(), new Launched(RUNTIME, 3), exited(3, 5));
        diary.write(plea.requested());

        runtime().inGeneration(2).exitsWith(4);
        runtime().inGeneration(3).exitsWith(5);
    }

    @Test
    void another_environment_may_be_about_to_begin_with_that_generation() {
        crash();
        diary.write(again()).in(2).write(Flusher.environment());
        diary.later(new Launched(RUNTIME, 1), exited(1, 0));

        firstLine(() -> runtime().inEnvironment(1).inGeneration(1).exitsWith(0))
                .endsWith("but it ended with exit status 3.");
        runtime().inGeneration(1).exitsWith(0);
    }

    @Test
    void an_invocation_that_has_not_started_may_come_to_another_environment() {
        crash();
        diary.write(again()).write(plea.requested(), plea.assigned(Start.WARM)).in(2);
        diary.later(Flusher.environment(), new Launched(RUNTIME, 1), exited(1, 0));

        runtime().inGeneration(1).exitsWith(0);
    }
}
