// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.InvokeRequest;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.fleet.Concurrency;
import io.lambdarium.simulator.internal.fleet.Fleet;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Limits;
import io.lambdarium.simulator.internal.lifecycle.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decide, record, act: for every message in that order, one message at a time.
 *
 * <p>All state of a simulator is behind it and touched only while a message is worked on.
 */
public final class Engine implements Inbox {

    private static final System.Logger LOG = System.getLogger("io.lambdarium.simulator");

    private final Mailbox mailbox = new Mailbox(Engine::report);
    private final Timers timers = new Timers();
    private final SimulatorOptions options;
    private final Clock clock;
    private final World world;
    private final Recorder recorder;
    private final Invocations invocations;
    private final Hands hands;
    private final Optional<Echo> echo;
    private final Runnable ring;
    private boolean over;

    /** An engine in real or virtual time, with the rooms around it. */
    public Engine(SimulatorOptions options, Payloads payloads, Function<Inbox, Rooms> rooms) {
        this.options = options;
        this.clock = options.time() == SimulatorOptions.Time.REAL ? new WallClock() : new SteppedClock();
        this.world = new World(options.idleLimit(), ThreadLocalRandom.current().nextLong());
        this.recorder = new Recorder(clock.now(), options, this::settle);
        this.echo = options.echo().map(listener -> new Echo(listener, recorder));
        this.invocations = new Invocations(payloads);
        this.hands = new Hands(rooms.apply(this), this);
        this.ring = () -> mailbox.put(this::wake);
    }

    // --- what comes in ---

    @Override
    public void put(EnvironmentId environment, Input input) {
        post(step -> world.tell(environment, input, step));
    }

    @Override
    public void put(EnvironmentId environment, Input first, Input second) {
        post(step -> {
            world.tell(environment, first, step);
            world.tell(environment, second, step);
        });
    }

    @Override
    public void later(Duration by, Runnable action) {
        mailbox.put(() -> {
            timers.add(clock.now().plus(by), action);
            setAlarm();
        });
    }

    /** From now on, environments are started with that function. */
    public void deploy(LambdaFunction function) {
        Setting setting = new Setting(
                function.name(),
                "$LATEST",
                function.handler(),
                Requests.ACCOUNT,
                function.timeout(),
                List.copyOf(function.extensions().keySet()),
                hands.atRest(function),
                new Limits(options.initLimit(), options.runtimeShare()));
        begin(step -> {
            world.deploy(setting, new Concurrency(function.concurrency()), step);
            recorder.deploy(function);
            hands.deploy(function);
        });
    }

    /** Invokes that function. */
    public Invocation invoke(LambdaFunction function, InvokeRequest request) {
        Instant now = clock.now();
        InvocationRequest asked = Requests.of(function, request, now);
        LiveInvocation invocation = new LiveInvocation(asked.requestId(), request.payload(), now, recorder);
        invocations.add(invocation);
        begin(step -> {
            step.byFleet(List.of(new Requested(asked)));
            world.ask(fleet -> fleet.request(asked, step.now()), step);
        });
        return invocation;
    }

    /** Starts that many environments ahead of any request. */
    public void initialize(int environments) {
        begin(step -> world.ask(fleet -> fleet.initialize(environments, step.now()), step));
    }

    /** Shuts down all environments, each after the invocation it may be busy with. */
    public void shutDown() {
        begin(step -> world.ask(Fleet::retire, step));
    }

    /** Returns when all that was left here before is recorded and handed out; at once if it is. */
    public void settle() {
        mailbox.settle();
    }

    // --- time ---

    /** What the clock shows. */
    public Instant now() {
        return clock.now();
    }

    /** Moves the clock, if it is one that can be moved, and returns when all that became due is handed out. */
    public boolean advance(Duration by) {
        if (clock instanceof SteppedClock stepped) {
            mailbox.await(moved -> move(stepped, stepped.now().plus(by), moved));
            return true;
        }
        return false;
    }

    /** One step to whatever is due next. What that leads to is worked on before the clock goes further. */
    private void move(SteppedClock stepped, Instant target, CompletableFuture<Void> moved) {
        Optional<Instant> due = wakeUpAt().filter(at -> !at.isAfter(target));
        if (mailbox.hasMore()) {
            mailbox.putFor(moved, further -> move(stepped, target, further));
        } else if (due.isPresent()) {
            stepped.moveOnTo(due.get());
            wake();
            mailbox.putFor(moved, further -> move(stepped, target, further));
        } else {
            stepped.moveOnTo(target);
            moved.complete(null);
        }
    }

    private void wake() {
        clock.rang();
        timers.wake(clock.now());
        work(step -> world.wake(step));
    }

    private void setAlarm() {
        Optional<Instant> at = wakeUpAt();
        if (at.isPresent()) {
            clock.setAlarm(at.get(), ring);
        }
    }

    private Optional<Instant> wakeUpAt() {
        Optional<Instant> ofWorld = world.wakeUpAt();
        Optional<Instant> ofTimers = timers.wakeUpAt();
        boolean timersFirst =
                ofTimers.isPresent() && (ofWorld.isEmpty() || ofTimers.get().isBefore(ofWorld.get()));
        return timersFirst ? ofTimers : ofWorld;
    }

    // --- decide, record, act ---

    private void post(Consumer<Step> decision) {
        mailbox.put(() -> work(decision));
    }

    /** Nothing new begins once the engine is closed, whoever was about to begin it in that moment. */
    private void begin(Consumer<Step> decision) {
        mailbox.put(() -> {
            if (over) {
                invocations.loseAll(clock.now());
            } else {
                work(decision);
            }
        });
    }

    private void work(Consumer<Step> decision) {
        Step step = new Step(clock.now());
        decision.accept(step);
        recorder.append(step, invocations::hear);
        for (Step.Happening happening : step.happenings()) {
            hands.carryOut(happening);
        }
        setAlarm();
        if (echo.isPresent()) {
            echo.get().hear(step);
        }
    }

    private static void report(Throwable defect) {
        LOG.log(
                System.Logger.Level.ERROR,
                "The simulator failed; this is a defect of Lambdarium, not of the test.",
                defect);
    }

    // --- what can be read, and the end ---

    /** Everything that happened. */
    public Journal journal() {
        return recorder;
    }

    /** Ends everything at once; returns when it is recorded and handed out. */
    public void close() {
        mailbox.await(closed -> {
            try {
                work(step -> world.tellAll(new Input.Close(), step));
            } finally {
                over = true;
                hands.retire();
                timers.clear();
                clock.stop();
                invocations.loseAll(clock.now());
                recorder.end();
            }
            closed.complete(null);
        });
    }
}
