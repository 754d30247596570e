// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Attached;
import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.engine.Processes;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.process.ground.Daemons;
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
    private final Map<Incarnation, Occupant> occupants = new ConcurrentHashMap<>();
    private final Supplier<? extends @Nullable ClassLoader> loader;
    private final Housing housing;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * A supervisor without participants.
     *
     * @param loader the context class loader of the next in-process body: that of whoever deployed it, since it is launched
     *     by whichever thread is about
     * @param housing where real processes live
     */
    public Supervisor(Inbox inbox, Supplier<? extends @Nullable ClassLoader> loader, Housing housing) {
        this(inbox, loader, housing, Daemons.FACTORY);
    }

    Supervisor(Inbox inbox, Supplier<? extends @Nullable ClassLoader> loader, Housing housing, ThreadFactory threads) {
        this.inbox = inbox;
        this.housing = housing;
        this.loader = loader;
        this.threads = threads;
    }

    @Override
    public void launch(
            EnvironmentId environment, LambdaFunction function, Launched launched, Map<String, String> variables) {
        Incarnation incarnation = new Incarnation(environment, launched.participant(), launched.generation());
        Watch watch = new Watch(exit -> report(incarnation, exit), () -> occupants.remove(incarnation));
        Optional<Bootstrap> bootstrap = bootstrapOf(function, launched.participant());
        if (bootstrap.isEmpty()) {
            launchNothing(incarnation, function, watch);
            return;
        }
        Presence presence = bootstrap.get() instanceof Bootstrap.Program program
                ? housing.dwelling(environment, function).presence(program, launched, variables, watch)
                : presence(bootstrap.get(), incarnation, variables, watch);
        start(incarnation, new Occupant(presence, watch));
    }

    /** In the files of the function there was no bootstrap, as far as it has files; otherwise it was told too little. */
    private void launchNothing(Incarnation incarnation, LambdaFunction function, Watch watch) {
        boolean hasFiles = function.code().isPresent() || !function.layers().isEmpty();
        if (hasFiles && incarnation.participant.equals(Participant.RUNTIME)) {
            Failure failure = new Failure("Runtime.InvalidEntrypoint", Installation.NO_BOOTSTRAP);
            inbox.put(
                    incarnation.environment,
                    new Input.LaunchFailed(
                            incarnation.participant,
                            incarnation.generation,
                            failure,
                            housing.misplacedBootstrap(function)));
        } else {
            watch.exited(nothingToLaunch(function, incarnation.participant));
        }
    }

    private static Optional<Bootstrap> bootstrapOf(LambdaFunction function, Participant participant) {
        return participant.equals(Participant.RUNTIME)
                ? function.runtime()
                : Optional.ofNullable(function.extensions().get(participant.name()));
    }

    private Presence presence(
            Bootstrap bootstrap, Incarnation incarnation, Map<String, String> variables, Watch watch) {
        if (bootstrap instanceof Bootstrap.InProcess hosted) {
            HostedBody.Host host = new HostedBody.Host(threads, incarnation.threadName(), loader.get());
            Map<String, String> more = new TreeMap<>(variables);
            more.put(Bootstrap.ARGV0, incarnation.path());
            return new HostedBody(hosted.body(), Collections.unmodifiableMap(more), host, watch);
        }
        return new AttachedSeat((Attached) bootstrap, Collections.unmodifiableMap(new TreeMap<>(variables)), watch);
    }

    private void start(Incarnation incarnation, Occupant occupant) {
        occupants.put(incarnation, occupant);
        if (closed.get()) {
            occupants.remove(incarnation);
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

    private void report(Incarnation incarnation, Exit exit) {
        if (!closed.get()) {
            inbox.put(incarnation.environment, new Input.Exited(incarnation.participant, incarnation.generation, exit));
        }
    }

    @Override
    public void signal(EnvironmentId environment, Signalled signalled) {
        Occupant occupant =
                occupants.get(new Incarnation(environment, signalled.participant(), signalled.generation()));
        if (occupant != null) {
            occupant.presence.signal(signalled.signal());
        }
    }

    @Override
    public AtRest atRest(LambdaFunction function) {
        return housing.atRest(function);
    }

    @Override
    public void rest(EnvironmentId environment, boolean freeze) {
        housing.rest(environment, freeze);
    }

    @Override
    public void thaw(EnvironmentId environment) {
        housing.thaw(environment);
    }

    /** Who could not be killed stays, and is a survivor. */
    @Override
    public void empty(EnvironmentId environment) {
        housing.empty(environment);
    }

    @Override
    public void end(EnvironmentId environment) {
        housing.end(environment);
    }

    @Override
    public boolean hasSurvivors(EnvironmentId environment) {
        return occupants.entrySet().stream()
                .anyMatch(entry -> entry.getKey().environment.equals(environment)
                        && entry.getValue().watch.hasExited());
    }

    /** Kills everybody, and waits until nothing is left of real processes; exits are not told any more. */
    @Override
    public void close() {
        closed.set(true);
        occupants.values().forEach(occupant -> occupant.presence.signal(Signal.SIGKILL));
        housing.close();
    }

    /** One launch of one participant: an environment that is reset has another of each. */
    private record Incarnation(EnvironmentId environment, Participant participant, int generation) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Incarnation one
                    && one.environment.equals(environment)
                    && one.participant.equals(participant)
                    && one.generation == generation;
        }

        @Override
        public int hashCode() {
            return 31 * environment.hashCode() + participant.hashCode() + generation;
        }

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
