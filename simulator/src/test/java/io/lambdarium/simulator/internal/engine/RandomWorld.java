// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.fleet.Concurrency;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Limits;
import io.lambdarium.simulator.internal.lifecycle.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** A world in which somebody does something at random, legal or not, again and again. */
final class RandomWorld {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final int ENVIRONMENTS = 3;

    private final World world = new World(Duration.ofMinutes(10), 1);
    private final Random random;
    private final List<String> told = new ArrayList<>();
    private final Map<EnvironmentId, List<Launched>> processes = new LinkedHashMap<>();
    private final Map<EnvironmentId, String> identifiers = new HashMap<>();
    private final Map<EnvironmentId, String> running = new HashMap<>();
    private final Set<String> unanswered = new HashSet<>();
    private Instant now = BEGIN;
    private int count;

    RandomWorld(long seed, AtRest atRest) {
        random = new Random(seed);
        List<String> extensions = random.nextBoolean() ? List.of("flusher") : List.of();
        Limits limits = new Limits(Limits.INIT, Limits.RUNTIME_SHARE);
        Setting setting = new Setting("f", "1", "h", "", Duration.ofSeconds(3), extensions, atRest, limits);
        step(step -> world.deploy(setting, new Concurrency(OptionalInt.empty()), step));
    }

    /** Somebody does something; most often what is next. */
    void goesOn() {
        EnvironmentId where = new EnvironmentId(1 + random.nextInt(ENVIRONMENTS));
        CallId call = new CallId(++count);
        switch (random.nextInt(14)) {
            case 0, 1 -> invoke();
            case 2 -> passes(Duration.ofMillis(random.nextInt(1_200)));
            case 3, 4 -> tell(where, new Input.Rested(random.nextBoolean()));
            case 5 -> exits(where);
            case 6 -> tell(where, new Call.Register(call, "flusher", List.of("INVOKE", "SHUTDOWN"), false));
            case 7, 8 -> tell(where, new Call.ExtensionNext(call, identifiers.getOrDefault(where, "nobody")));
            case 9, 10 -> responds(where, call);
            default -> tell(where, new Call.RuntimeNext(call));
        }
    }

    /** Time passes until nobody can be waiting any more, and whoever is killed dies. */
    void ends() {
        for (int i = 0; i < 10; i++) {
            passes(LONG);
            for (EnvironmentId where : List.copyOf(processes.keySet())) {
                tell(where, new Input.Rested(false));
            }
        }
    }

    Set<String> unanswered() {
        return unanswered;
    }

    private void invoke() {
        String id = "r-" + ++count;
        unanswered.add(id);
        InvocationRequest request = new InvocationRequest(id, "arn", "", "", "", "", "application/json", 2);
        told.add("invoke " + id);
        step(step -> world.ask(fleet -> fleet.request(request, now), step));
    }

    private void responds(EnvironmentId where, CallId call) {
        String request = running.getOrDefault(where, "none");
        boolean wholly = random.nextInt(4) > 0;
        if (random.nextInt(4) > 0) {
            tell(where, new Call.ResponseBegan(call, request, Optional.empty(), true));
            tell(where, wholly ? new Input.ResponseEnded(call, 2, false) : new Input.ResponseBrokeOff(call));
        } else {
            tell(where, new Call.ErrorBegan(call, request, Optional.empty()));
            tell(where, wholly ? new Input.ErrorEnded(call, 2, "Function.Sad") : new Input.ErrorBrokeOff(call));
        }
    }

    private void exits(EnvironmentId where) {
        List<Launched> living = processes.getOrDefault(where, List.of());
        if (!living.isEmpty()) {
            Launched who = living.remove(random.nextInt(living.size()));
            tell(where, new Input.Exited(who.participant(), who.generation(), Exit.status(random.nextInt(2))));
        }
    }

    private void passes(Duration time) {
        now = now.plus(time);
        told.add("passes " + time);
        step(world::wake);
    }

    private void tell(EnvironmentId where, Input input) {
        told.add(where.number() + ": " + input);
        step(step -> world.tell(where, input, step));
    }

    private void step(Consumer<Step> deed) {
        Step step = new Step(now);
        deed.accept(step);
        List<Runnable> deaths = new ArrayList<>();
        for (Step.Happening happening : step.happenings()) {
            told.add("    " + happening);
            happening.environment().ifPresent(where -> observe(where, happening.event(), deaths));
            if (happening.event() instanceof InvocationEvent.Throttled throttled) {
                unanswered.remove(throttled.requestId());
            }
        }
        deaths.forEach(Runnable::run);
    }

    private void observe(EnvironmentId where, Event event, List<Runnable> deaths) {
        if (event instanceof Launched launched) {
            processes.computeIfAbsent(where, none -> new ArrayList<>()).add(launched);
        } else if (event instanceof Signalled signalled && signalled.signal() == Signal.SIGKILL) {
            deaths.add(() -> dies(where, signalled.participant()));
        } else if (event instanceof Answered answered && answered.answer() instanceof Answer.Registered registered) {
            identifiers.put(where, registered.identifier());
        } else if (event instanceof Assigned assigned) {
            running.put(where, assigned.requestId());
        } else if (event instanceof InvocationEvent.Responded
                || event instanceof InvocationEvent.ErrorReported
                || event instanceof InvocationEvent.Failed
                || event instanceof InvocationEvent.TimedOut) {
            unanswered.remove(((InvocationEvent) event).requestId());
        }
    }

    private void dies(EnvironmentId where, Participant participant) {
        for (Launched who : List.copyOf(processes.getOrDefault(where, List.of()))) {
            if (who.participant().equals(participant)) {
                processes.get(where).remove(who);
                tell(where, new Input.Exited(participant, who.generation(), Exit.by(Signal.SIGKILL)));
            }
        }
    }

    @Override
    public String toString() {
        return "\n" + String.join("\n", told.subList(Math.max(0, told.size() - 40), told.size()));
    }
}
