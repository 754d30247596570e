// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that can happen, in terms of what there is.
 *
 * @param title how the table names it
 * @param input what it is in that life
 */
record Happening(String title, Function<Life, Input> input) {

    private static final Participant FLUSHER = Participant.extension("flusher");

    static final List<Happening> ALL = List.of(
            new Happening("runtime asks for an event", life -> new Call.RuntimeNext(life.call())),
            new Happening(
                    "runtime begins to respond",
                    life -> new Call.ResponseBegan(life.call(), "r-1", Optional.empty(), true)),
            new Happening("its response has arrived", life -> new Input.ResponseEnded(life.latestCall(), 2, false)),
            new Happening("its response breaks off", life -> new Input.ResponseBrokeOff(life.latestCall())),
            new Happening(
                    "runtime begins to report an error",
                    life -> new Call.ErrorBegan(life.call(), "r-1", Optional.empty())),
            new Happening("its error has arrived", life -> new Input.ErrorEnded(life.latestCall(), 2, "Function.Sad")),
            new Happening("its error breaks off", life -> new Input.ErrorBrokeOff(life.latestCall())),
            new Happening(
                    "runtime reports an init error", life -> new Call.RuntimeInitError(life.call(), "Runtime.No")),
            new Happening("runtime exits", life -> exit(life, Participant.RUNTIME)),
            new Happening("runtime cannot be launched", life -> launchFailed(life)),
            new Happening("runtime runs out of memory", life -> outOfMemory(life)),
            new Happening("runtime writes a line", life -> wrote(life)),
            new Happening("processes have come to rest", life -> new Input.Rested(true)),
            new Happening("extension registers", life -> register(life, "flusher")),
            new Happening("internal extension registers", life -> register(life, "inside")),
            new Happening("extension asks for an event", life -> new Call.ExtensionNext(life.call(), identifier(life))),
            new Happening("extension reports an init error", life -> error(life, Endpoint.EXTENSION_INIT_ERROR)),
            new Happening("extension reports an exit error", life -> error(life, Endpoint.EXTENSION_EXIT_ERROR)),
            new Happening("extension exits", life -> exit(life, FLUSHER)),
            new Happening("invocation is assigned", life -> new Input.Assign(Life.request("r-2"))),
            new Happening("time is over", life -> new Input.Wake()),
            new Happening("environment is to shut down", life -> new Input.ShutDown(ShutdownReason.SPINDOWN)),
            new Happening("simulator is closed", life -> new Input.Close()),
            new Happening(
                    "call for anybody (ping, 404)",
                    life -> new Call.Settled(life.call(), Endpoint.RUNTIME_PING, new Answer.Pong(), "", Claim.NONE)),
            new Happening("call that a fault drops", life -> new Call.Dropped(life.call(), Endpoint.RUNTIME_NEXT)),
            new Happening("fault strikes", life -> new Input.FaultStruck(life.call(), Endpoint.UNKNOWN, "a fault")),
            new Happening("answer is delivered", life -> new Input.AnswerDelivered(new CallId(1))),
            new Happening("parked caller hangs up", life -> new Input.CallerLeft(waiting(life))));

    Input to(Life life) {
        return input.apply(life);
    }

    /** The hour that a phase waits for, else right now. */
    Instant time(Life life) {
        boolean wakes = to(life) instanceof Input.Wake;
        return wakes ? life.phase().wakeUpAt().orElse(life.now()) : life.now();
    }

    private static Input exit(Life life, Participant who) {
        return new Input.Exited(who, generation(life), Exit.status(1));
    }

    private static Input launchFailed(Life life) {
        Failure failure = new Failure("Runtime.InvalidEntrypoint", "no such file");
        return new Input.LaunchFailed(Participant.RUNTIME, generation(life), failure, "");
    }

    private static Input outOfMemory(Life life) {
        return new Input.RanOutOfMemory(new RanOutOfMemory(Participant.RUNTIME, generation(life), false, 1L << 27));
    }

    private static Input wrote(Life life) {
        return new Input.Observed(new Wrote(Participant.RUNTIME, generation(life), Stream.OUTPUT, "hello"));
    }

    private static int generation(Life life) {
        return life.phase().crew().generation();
    }

    private static Input register(Life life, String name) {
        return new Call.Register(life.call(), name, List.of("INVOKE"), false);
    }

    private static Input error(Life life, Endpoint endpoint) {
        return new Call.ExtensionError(life.call(), endpoint, identifier(life), "Extension.No");
    }

    /** One that nobody has, if the extension has none. */
    private static String identifier(Life life) {
        return life.phase()
                .crew()
                .external("flusher")
                .map(ExtensionMember::identifier)
                .orElse(Player.FOREIGN);
    }

    private static CallId waiting(Life life) {
        List<CallId> parked = life.phase().crew().parked();
        return parked.isEmpty() ? new CallId(1) : parked.get(0);
    }
}
