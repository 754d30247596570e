// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.internal.deployment.Installer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Makes grounds on the level of isolation that is asked for, here or for the whole run, or else the best that there is. */
public final class Grounds {

    private static final class Keepers {
        static final IdleKeepers IN_GROUPS =
                new IdleKeepers(() -> Keeper.inGroups(Machine.tried().perl()));
        static final Spare IN_NAMESPACES = new Spare(
                kind -> Keeper.inNamespaces(kind.command(), Machine.tried().perl()));
    }

    private final Optional<Isolation> wish;

    /** With that level, if there is such a wish. */
    public Grounds(Optional<Isolation> wish) {
        this.wish = wish;
    }

    /**
     * The level that it is. The first time in a JVM, this waits until it is found out what the machine has.
     *
     * @throws SimulatorException if the machine does not have what is asked for
     */
    public Isolation isolation() {
        return wish.or(RunWish::read)
                .map(Grounds::require)
                .orElseGet(() -> Machine.tried().best());
    }

    private static Isolation require(Isolation level) {
        if (level != Isolation.PLAIN) {
            Machine.tried().lackFor(level).ifPresent(lack -> {
                throw new SimulatorException("Cannot isolate processes by " + level + ": " + lack
                        + "; or take the best level that there is, by not asking for one.");
            });
        }
        return level;
    }

    /**
     * The same, when processes are about to be needed.
     *
     * @throws SimulatorException if the machine does not have what is asked for, or no room
     */
    public Isolation require() {
        Isolation level = isolation();
        if (level != Isolation.NAMESPACES) {
            Scratch.require();
        }
        return level;
    }

    /** The ground of one more environment. */
    public Ground open(Site site, Listener listener) {
        Installer.leavings().forEach(path -> Watchdog.watching().remove(path));
        return switch (isolation()) {
            case PLAIN -> new PlainGround(site.in(Scratch.require().fresh()), listener);
            case GROUPS -> inGroups(site.in(Scratch.require().fresh()), listener);
            case NAMESPACES -> inNamespaces(site, listener);
        };
    }

    private static Ground inGroups(Site site, Listener listener) {
        return new KeptGround(site, Keepers.IN_GROUPS.take(), listener, Keepers.IN_GROUPS);
    }

    /** The next spare is started when nobody waits for this one. */
    private static Ground inNamespaces(Site site, Listener listener) {
        Spare spare = Keepers.IN_NAMESPACES;
        CompletableFuture<Spare.Kind> kind =
                Launcher.run(() -> Bubblewrap.kind(Machine.tried().bubblewrap(), site));
        KeptGround.Source source = () -> Afterwards.ifWell(kind, spare::provide);
        return new KeptGround(site, kind.thenCompose(spare::take), listener, source);
    }
}
