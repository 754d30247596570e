// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.OutputDropped;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Something that can happen in any life: its numbers pick among what there is, so that it still makes sense when a deed
 * before it is dropped.
 *
 * @param kind what it is
 * @param a its first choice
 * @param b its second choice
 */
record Deed(Kind kind, int a, int b) {

    private static final List<String> NAMES = List.of("a", "b", "c", "inside", "also inside");
    private static final List<List<String>> EVENTS =
            List.of(List.of("INVOKE", "SHUTDOWN"), List.of("INVOKE"), List.of("SHUTDOWN"), List.of(), List.of("BOGUS"));
    private static final List<Exit> EXITS = List.of(Exit.status(0), Exit.status(1), Exit.by(Signal.SIGKILL));
    private static final List<Long> SIZES = List.of(2L, 0L, Limits.RESPONSE, Limits.RESPONSE + 1);

    private static final List<Event> OBSERVED = List.of(
            new Wrote(Participant.RUNTIME, 1, Stream.OUTPUT, "hello"),
            new OutputDropped(Participant.RUNTIME, 1, 1L << 24),
            new EnvironmentEvent.MemoryUsed(1L << 20));

    /** What can happen, and how often it does in comparison. */
    enum Kind {
        GOES_ON(40),
        RUNTIME_ASKS(5),
        BEGINS_RESPONSE(5),
        BODY_ENDS(3),
        BODY_BREAKS_OFF(1),
        BEGINS_ERROR(3),
        ERROR_ENDS(2),
        ERROR_BREAKS_OFF(1),
        REPORTS_INIT_ERROR(1),
        REGISTERS(4),
        EXTENSION_ASKS(5),
        EXTENSION_FAILS(2),
        SETTLES(1),
        IS_DROPPED(1),
        EXITS(4),
        WAKES(2),
        SLEEPS(6),
        SLEEPS_LONG(2),
        OVERSLEEPS(1),
        ASSIGNED(3),
        SHUTS_DOWN(1),
        DELIVERED(1),
        HANGS_UP(2),
        FAULT(1),
        FAILS_TO_LAUNCH(1),
        RUNS_OUT_OF_MEMORY(1),
        RESTS(1),
        WRITES(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    private static final int WEIGHTS =
            List.of(Kind.values()).stream().mapToInt(kind -> kind.weight).sum();

    static Deed any(SplittableRandom random) {
        int choice = random.nextInt(WEIGHTS);
        Kind[] kinds = Kind.values();
        int kind = 0;
        for (int sum = kinds[0].weight; sum <= choice; sum += kinds[kind].weight) {
            kind++;
        }
        return new Deed(kinds[kind], random.nextInt(1000), random.nextInt(1000));
    }

    void happenTo(Player life) {
        switch (kind) {
            case GOES_ON -> Cooperation.of(life, a).ifPresent(life::meets);
            case WAKES -> life.meets(new Input.Wake());
            case SLEEPS -> life.sleeps(Duration.ofMillis(a));
            case SLEEPS_LONG -> life.sleeps(Duration.ofSeconds(a));
            case OVERSLEEPS -> life.oversleeps(Duration.ofMillis(10L * a));
            case ASSIGNED -> Cooperation.assignment(life).ifPresent(life::meets);
            case SHUTS_DOWN -> life.meets(new Input.ShutDown(ShutdownReason.SPINDOWN));
            case EXITS -> exit(life);
            case BODY_ENDS -> pick(life.bodies, a).ifPresent(call -> life.meets(responseEnded(call)));
            case BODY_BREAKS_OFF ->
                pick(life.bodies, a).ifPresent(call -> life.meets(new Input.ResponseBrokeOff(call)));
            case ERROR_ENDS -> pick(life.errors, a).ifPresent(call -> life.meets(errorEnded(call)));
            case ERROR_BREAKS_OFF -> pick(life.errors, a).ifPresent(call -> life.meets(new Input.ErrorBrokeOff(call)));
            case DELIVERED -> pick(life.answered, a).ifPresent(call -> life.meets(new Input.AnswerDelivered(call)));
            case HANGS_UP ->
                pick(life.phase().crew().parked(), a).ifPresent(call -> life.meets(new Input.CallerLeft(call)));
            case FAILS_TO_LAUNCH -> failToLaunch(life);
            case RUNS_OUT_OF_MEMORY -> runOutOfMemory(life);
            case RESTS -> life.meets(new Input.Rested(b % 2 == 0));
            case WRITES -> life.meets(new Input.Observed(pick(OBSERVED, a).orElseThrow()));
            case FAULT -> life.meets(new Input.FaultStruck(life.call(), Endpoint.UNKNOWN, "a fault"));
            default -> life.meets(call(life));
        }
    }

    private Input responseEnded(CallId call) {
        return new Input.ResponseEnded(call, pick(SIZES, b).orElseThrow(), b % 2 == 0);
    }

    private Input errorEnded(CallId call) {
        return new Input.ErrorEnded(call, pick(SIZES, b).orElseThrow(), "Function.Sad");
    }

    /** Several clients may pose as the runtime, or as an extension whose identifier they know. */
    private Call call(Player life) {
        String request = pick(life.requests, a).orElseThrow();
        String identifier = pick(life.identifiers, a).orElseThrow();
        return switch (kind) {
            case RUNTIME_ASKS -> new Call.RuntimeNext(life.call());
            case BEGINS_RESPONSE -> new Call.ResponseBegan(life.call(), request, echo(), b % 7 != 0);
            case BEGINS_ERROR -> new Call.ErrorBegan(life.call(), request, echo());
            case REPORTS_INIT_ERROR -> new Call.RuntimeInitError(life.call(), "Runtime.No");
            case REGISTERS ->
                new Call.Register(
                        life.call(),
                        pick(NAMES, a).orElseThrow(),
                        pick(EVENTS, b).orElseThrow(),
                        b % 2 == 0);
            case EXTENSION_ASKS -> new Call.ExtensionNext(life.call(), identifier);
            case EXTENSION_FAILS ->
                new Call.ExtensionError(
                        life.call(),
                        b % 2 == 0 ? Endpoint.EXTENSION_INIT_ERROR : Endpoint.EXTENSION_EXIT_ERROR,
                        identifier,
                        "Extension.No");
            case IS_DROPPED -> new Call.Dropped(life.call(), Endpoint.RUNTIME_NEXT);
            default -> new Call.Settled(life.call(), Endpoint.RUNTIME_PING, new Answer.Pong(), "", Claim.NONE);
        };
    }

    private Optional<String> echo() {
        return b % 5 == 0 ? Optional.of(Player.FOREIGN) : Optional.empty();
    }

    /** A process exits once, however late; it may be one of an earlier generation that was given up. */
    private void exit(Player life) {
        if (!life.processes.isEmpty()) {
            Launched process = life.processes.remove(a % life.processes.size());
            life.meets(new Input.Exited(
                    process.participant(), process.generation(), pick(EXITS, b).orElseThrow()));
        }
    }

    private void failToLaunch(Player life) {
        if (!life.processes.isEmpty()) {
            Launched process = life.processes.remove(a % life.processes.size());
            life.meets(new Input.LaunchFailed(
                    process.participant(),
                    process.generation(),
                    new Failure("Runtime.InvalidEntrypoint", "no file"),
                    ""));
        }
    }

    private void runOutOfMemory(Player life) {
        pick(life.processes, a)
                .ifPresent(victim -> life.meets(new Input.RanOutOfMemory(
                        new RanOutOfMemory(victim.participant(), victim.generation(), b % 2 == 0, 1L << 27))));
    }

    /** Rather one of the last. */
    private static <T> Optional<T> pick(List<T> list, int choice) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(list.size() - 1 - choice % list.size()));
    }
}
