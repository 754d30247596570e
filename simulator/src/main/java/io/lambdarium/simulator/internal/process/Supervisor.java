// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.engine.Processes;
import io.lambdarium.simulator.internal.lifecycle.Input;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Launches participants, sends them signals, and says in the inbox how they exited. */
public final class Supervisor implements Processes, AutoCloseable {

    private final Inbox inbox;
    private final ThreadFactory threads;
    private final Map<Berth, Occupant> occupants = new ConcurrentHashMap<>();
    private final Supplier<? extends @Nullable ClassLoader> loader;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A supervisor without participants.
     *
     * @param loader the context class loader of the next in-process body: that of whoever deployed it, since it is launched
     *     by whichever thread is about
     */
    public Supervisor(Inbox inbox, Supplier<? extends @Nullable ClassLoader> loader) {
        this(inbox, loader, HostedBody.THREADS);
    }

    Supervisor(Inbox inbox, Supplier<? extends @Nullable ClassLoader> loader, ThreadFactory threads) {
        this.inbox = inbox;
        this.loader = loader;
        this.threads = threads;
    }

    @Override
    public void launch(
            EnvironmentId environment, LambdaFunction function, Launched launched, Map<String, String> variables) {
        Berth berth = new Berth(environment, launched.participant(), launched.generation());
        Watch watch = new Watch(exit -> report(berth, exit), () -> occupants.remove(berth));
        bootstrapOf(function, launched.participant())
                .map(bootstrap -> presence(bootstrap, berth, variables, watch))
                .ifPresentOrElse(
                        presence -> start(berth, new Occupant(presence, watch)),
                        () -> watch.exited(nothingToLaunch(function, launched.participant())));
    }

    private static Optional<Bootstrap> bootstrapOf(LambdaFunction function, Participant participant) {
        return participant.equals(Participant.RUNTIME)
                ? function.runtime()
                : Optional.ofNullable(function.extensions().get(participant.name()));
    }

    private Presence presence(Bootstrap bootstrap, Berth berth, Map<String, String> variables, Watch watch) {
        if (bootstrap instanceof Bootstrap.InProcess hosted) {
            HostedBody.Host host = new HostedBody.Host(threads, berth.threadName(), loader.get());
            Map<String, String> more = new TreeMap<>(variables);
            more.put(Bootstrap.ARGV0, berth.path());
            return new HostedBody(hosted.body(), Collections.unmodifiableMap(more), host, watch);
        }
        return new AttachedSeat((Attached) bootstrap, Collections.unmodifiableMap(new TreeMap<>(variables)), watch);
    }

    private void start(Berth berth, Occupant occupant) {
        occupants.put(berth, occupant);
        if (closed.get()) {
            occupants.remove(berth);
            return;
        }
        occupant.presence.start();
    }

    private static Exit nothingToLaunch(LambdaFunction function, Participant participant) {
        return Exit.status(1)
                .detail("cannot be launched: " + function + " does not say how. Call "
                        + (participant.equals(Participant.RUNTIME) ? "runtime(…)" : "extension(…)")
                        + " on it before it is deployed.");
    }

    private void report(Berth berth, Exit exit) {
        if (!closed.get()) {
            inbox.put(berth.environment, new Input.Exited(berth.participant, berth.generation, exit));
        }
    }

    @Override
    public void signal(EnvironmentId environment, Signalled signalled) {
        Occupant occupant = occupants.get(new Berth(environment, signalled.participant(), signalled.generation()));
        if (occupant != null) {
            occupant.presence.signal(signalled.signal());
        }
    }

    @Override
    public boolean hasSurvivors(EnvironmentId environment) {
        return occupants.entrySet().stream()
                .anyMatch(entry -> entry.getKey().environment.equals(environment)
                        && entry.getValue().watch.hasExited());
    }

    /** Kills everybody and waits for nobody; exits are not told any more. */
    @Override
    public void close() {
        closed.set(true);
        occupants.values().forEach(occupant -> occupant.presence.signal(Signal.SIGKILL));
    }

    /** A place in an environment for one participant of one initialization. */
    private record Berth(EnvironmentId environment, Participant participant, int generation) {
        String threadName() {
            return "lambdarium-" + participant.name() + "-" + environment.number() + "." + generation;
        }

        /** Where Lambda would have found the program. Source: lifecycle §§1.1 and 1.3. */
        String path() {
            return participant.equals(Participant.RUNTIME)
                    ? "/var/task/bootstrap"
                    : "/opt/extensions/" + participant.name();
        }
    }

    private record Occupant(Presence presence, Watch watch) {}
}
