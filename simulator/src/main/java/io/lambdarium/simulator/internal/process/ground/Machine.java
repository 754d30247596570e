// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.Isolation;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** What this machine has of what processes need: found out by trying, once per JVM, when the first process is needed. */
final class Machine {

    private static final int PATIENCE = 30;

    private static final class Tried {
        static final Machine THIS = new Machine(Executable.ofSystem("perl"), Executable.ofSystem("bwrap"));
    }

    private final Optional<Path> perl;
    private final Optional<Path> bubblewrap;
    private final Optional<String> lackForGroups;
    private final Optional<String> lackForNamespaces;

    Machine(Optional<Path> perl, Optional<Path> bubblewrap) {
        this.perl = perl;
        this.bubblewrap = bubblewrap;
        this.lackForGroups = lackForGroups();
        this.lackForNamespaces = lackForGroups.or(this::lackForNamespaces);
    }

    /** This one. */
    static Machine tried() {
        return Tried.THIS;
    }

    /** The best level that it has. */
    Isolation best() {
        return lackFor(Isolation.NAMESPACES).isEmpty()
                ? Isolation.NAMESPACES
                : lackFor(Isolation.GROUPS).isEmpty() ? Isolation.GROUPS : Isolation.PLAIN;
    }

    /** What is missing for that level and how to get it, if something is. */
    Optional<String> lackFor(Isolation level) {
        return switch (level) {
            case PLAIN -> Optional.empty();
            case GROUPS -> lackForGroups;
            case NAMESPACES -> lackForNamespaces;
        };
    }

    String perl() {
        return perl.orElseThrow().toString();
    }

    String bubblewrap() {
        return bubblewrap.orElseThrow().toString();
    }

    private Optional<String> lackForGroups() {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return Optional.of("Windows has neither process groups nor a way to freeze. Run the tests in WSL");
        }
        if (perl.isEmpty()) {
            return Optional.of("there is no perl on the PATH. Install Perl 5.10 or newer");
        }
        return failure(() -> Keeper.inGroups(perl()))
                .map(failure -> perl() + " does not run the keeper (" + failure + "). Install Perl 5.10 or newer");
    }

    private Optional<String> lackForNamespaces() {
        if (bubblewrap.isEmpty()) {
            return Optional.of("there is no bwrap on the PATH. Install bubblewrap 0.5 or newer, on Linux");
        }
        return failure(() -> Keeper.inNamespaces(Bubblewrap.command(bubblewrap(), Site.trial(perl())), perl()))
                .map(failure ->
                        bubblewrap() + " cannot make namespaces here (" + failure + "). Install bubblewrap 0.5 or"
                                + " newer, and allow user namespaces:"
                                + " sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
    }

    /** Waits for the keeper's first word; no interrupt ends that, since what comes of it is remembered. */
    private static Optional<String> failure(Supplier<Keeper> start) {
        CompletableFuture<Keeper> started = Launcher.run(start);
        Optional<String> failure = started.thenCompose(Keeper::ready)
                .orTimeout(PATIENCE, TimeUnit.SECONDS)
                .handle((ready, thrown) -> Optional.ofNullable(thrown).map(Machine::words))
                .join();
        Afterwards.ifWell(started, Keeper::destroy);
        return failure;
    }

    private static String words(Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        return cause instanceof TimeoutException
                ? "no answer within " + PATIENCE + " seconds"
                : String.valueOf(Objects.requireNonNullElse(cause, thrown).getMessage());
    }
}
