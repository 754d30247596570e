// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;
import static io.lambdarium.simulator.event.Participant.RUNTIME;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import org.junit.jupiter.api.Test;

class RuntimeAssertTest {

    private final Diary diary = new Diary();

    private RuntimeAssert runtime() {
        return new RuntimeAssert(diary, Consequence.AT_ONCE);
    }

    private static Event next(long call) {
        return new Received(new CallId(call), RUNTIME_NEXT, RUNTIME);
    }

    @Test
    void starts_are_counted_over_all_lives() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1), new WasReset());
        diary.write(new InitializationStarted(InitPhase.INVOKE, diary.after(3_000)), new Launched(RUNTIME, 2));
        diary.in(2).later(Flusher.environment(), new Launched(RUNTIME, 1));

        runtime()
                .starts(3)
                .started(3)
                .inEnvironment(1)
                .started(2)
                .inGeneration(2)
                .started(1);
        firstLine(() -> runtime().starts(2)).isEqualTo("Expected the runtime to start twice, but it started 3 times.");
        firstLine(() -> runtime().inEnvironment(2).inGeneration(1).started(2))
                .isEqualTo(
                        "Expected the runtime in environment 2 in generation 1 to have started twice, but it started "
                                + "once.");
    }

    @Test
    void calls_are_counted_even_those_that_a_fault_answered() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1));
        diary.write(new Struck(new CallId(1), RUNTIME_NEXT, "respond with 500"), next(2), new Parked(new CallId(2)));

        runtime().called(RUNTIME_NEXT, 2);
        diary.later(next(3));
        runtime().calls(RUNTIME_NEXT, 3);
        message(() -> runtime().calls(RUNTIME_NEXT, 2)).isEqualTo("""
                Expected the runtime to call RUNTIME_NEXT twice, but it called 3 times.

                    +0.000  environment 1  started
                    +0.000  runtime        launched
                    +0.000  fault          GET /runtime/invocation/next: respond with 500
                    +0.000  runtime        GET /runtime/invocation/next              parked
                  → +0.000  runtime        GET /runtime/invocation/next""");
    }

    @Test
    void calls_that_a_fault_answered_belong_to_a_generation_too() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1));
        diary.write(new Struck(new CallId(1), RUNTIME_NEXT, "respond with 500"), next(2), new WasReset());
        diary.write(new Launched(RUNTIME, 2), next(3), next(4));

        runtime().called(RUNTIME_NEXT, 4).inGeneration(2).called(RUNTIME_NEXT, 2);
        runtime().inGeneration(1).called(RUNTIME_NEXT, 2);
    }

    @Test
    void refusals_have_types() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1), next(1));
        diary.later(new Answered(new CallId(1), new Answer.Refused(403, "InvalidStateTransition", "")));

        runtime().isRefused("InvalidStateTransition").wasRefused("InvalidStateTransition");
        firstLine(() -> runtime().wasRefused("InvalidRequestID"))
                .isEqualTo("Expected the runtime to have been refused with \"InvalidRequestID\", but no call of it was "
                        + "refused so.");
    }

    @Test
    void lines_are_whole_and_told_apart() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1));
        firstLine(() -> runtime().wroteLine("serving Ada"))
                .isEqualTo("Expected the runtime to have written the line \"serving Ada\", but it wrote nothing "
                        + "(a line counts when its line feed comes, and a program may keep it in a buffer till then).");
        diary.later(new Wrote(RUNTIME, 1, Stream.OUTPUT, "serving Ada"), new Wrote(RUNTIME, 1, Stream.ERROR, "sorry"));

        runtime().writesLine("serving Ada").writesLine("sorry").wroteLine("serving Ada");

        firstLine(() -> runtime().wroteLine("serving"))
                .isEqualTo("Expected the runtime to have written the line \"serving\", but the last that it wrote is "
                        + "\"sorry\".");
    }

    @Test
    void one_of_its_lives_must_have_exited_so() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1));
        diary.later(new Exited(RUNTIME, 1, Exit.status(3)), new WasReset());

        runtime().exitsWith(3).exitedWith(3);
        firstLine(() -> runtime().exitsWith(0))
                .isEqualTo("Expected the runtime to exit with status 0, but it ended with exit status 3.");
    }

    @Test
    void signals_are_told_apart() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1));
        diary.later(new Signalled(RUNTIME, 1, Signal.SIGTERM));

        runtime().isTerminated().wasTerminated();
        firstLine(() -> runtime().wasKilled())
                .isEqualTo("Expected the runtime to have been sent SIGKILL, but it was not sent SIGKILL.");
        diary.later(new Signalled(RUNTIME, 1, Signal.SIGKILL));
        runtime().isKilled().wasKilled();
    }

    @Test
    void in_an_environment_that_is_no_more_nothing_is_waited_for() {
        diary.write(Flusher.environment(), new Launched(RUNTIME, 1), Flusher.terminated(ShutdownReason.SPINDOWN));
        diary.in(2)
                .write(Flusher.environment(), new Launched(RUNTIME, 1))
                .later(new Exited(RUNTIME, 1, Exit.status(3)));

        firstLine(() -> runtime().inEnvironment(1).exitsWith(3))
                .isEqualTo("Expected the runtime in environment 1 to exit with status 3, but it did not come to that.");
        runtime().exitsWith(3);
    }
}
