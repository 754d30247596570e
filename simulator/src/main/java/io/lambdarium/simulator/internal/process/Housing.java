// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.engine.Inbox;
import io.lambdarium.simulator.internal.lifecycle.AtRest;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.process.ground.Ground;
import io.lambdarium.simulator.internal.process.ground.Grounds;
import io.lambdarium.simulator.internal.process.ground.Site;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Houses the participants that are real processes: each environment in a dwelling of its own. */
public final class Housing {

    /** How long an end is waited for before it is forced. Ours; it takes milliseconds. */
    private static final long PATIENCE_SECONDS = 2;

    private final Inbox inbox;
    private final Grounds grounds;
    private final boolean freezing;
    private final Map<LambdaFunction, Installation> installations;
    private final Map<EnvironmentId, Dwelling> dwellings = new ConcurrentHashMap<>();
    private final Queue<Ground> ending = new ConcurrentLinkedQueue<>();

    /**
     * Without inhabitants.
     *
     * @param inbox where it is said what becomes of them
     * @param grounds what they live on
     * @param freezing whether they are frozen while they wait, if that can be done
     * @param installations where the files of functions are that have some
     */
    public Housing(Inbox inbox, Grounds grounds, boolean freezing, Map<LambdaFunction, Installation> installations) {
        this.inbox = inbox;
        this.grounds = grounds;
        this.freezing = freezing;
        this.installations = installations;
    }

    /** Nothing is found out about this machine before there is a program. */
    AtRest atRest(LambdaFunction function) {
        if (!hasProgram(function)) {
            return AtRest.NOTHING;
        }
        return grounds.require().has(Capability.FREEZE) && freezing ? AtRest.FREEZE : AtRest.READ;
    }

    /** What in its code could be meant to be its {@code bootstrap}, and what to do then; empty if there is nothing. */
    String misplacedBootstrap(LambdaFunction function) {
        return installation(function).misplacedBootstrap();
    }

    private Installation installation(LambdaFunction function) {
        return installations.getOrDefault(function, Installation.without(function));
    }

    private static boolean hasProgram(LambdaFunction function) {
        for (Bootstrap extension : function.extensions().values()) {
            if (extension instanceof Bootstrap.Program) {
                return true;
            }
        }
        return function.runtime().isPresent() && function.runtime().get() instanceof Bootstrap.Program;
    }

    /** The one of that environment; another one if the ground of the first gave way. */
    Dwelling dwelling(EnvironmentId environment, LambdaFunction function) {
        return dwellings.compute(
                environment, (id, old) -> old == null || old.ground().isBroken() ? build(environment, function) : old);
    }

    private Dwelling build(EnvironmentId environment, LambdaFunction function) {
        Installation installation = installation(function);
        Site site = new Site(
                installation,
                OptionalLong.of((long) function.memory() << 20),
                function.storage(),
                new Outfit(installation, Optional.empty())::needed,
                Optional.empty());
        Tidings tidings = new Tidings(environment, installation, inbox);
        Ground ground = grounds.open(site, tidings);
        return new Dwelling(ground, new Outfit(installation, ground.tmp()), tidings);
    }

    void rest(EnvironmentId environment, boolean freeze) {
        Dwelling dwelling = dwellings.get(environment);
        if (dwelling == null) {
            inbox.put(environment, new Input.Rested(false));
        } else {
            dwelling.ground().rest(freeze);
        }
    }

    void thaw(EnvironmentId environment) {
        Dwelling dwelling = dwellings.get(environment);
        if (dwelling != null) {
            dwelling.ground().thaw();
        }
    }

    void empty(EnvironmentId environment) {
        Dwelling dwelling = dwellings.get(environment);
        if (dwelling != null) {
            dwelling.ground().empty();
        }
    }

    void end(EnvironmentId environment) {
        Dwelling dwelling = dwellings.remove(environment);
        if (dwelling != null) {
            ending.removeIf(earlier -> earlier.ended().isDone());
            ending.add(dwelling.ground());
            dwelling.ground().end();
        }
    }

    /** Ends everything, and waits until nothing is left. */
    void close() {
        for (EnvironmentId environment : dwellings.keySet()) {
            end(environment);
        }
        for (Ground ground : ending) {
            awaitEnd(ground);
        }
    }

    /** An interrupt does not end the wait: what interrupts tests are timeouts, and after them nothing is to be left, either. */
    private static void awaitEnd(Ground ground) {
        try {
            ground.ended().copy().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            ground.destroy();
            ground.ended()
                    .copy()
                    .completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        }
    }
}
