// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static io.lambdarium.simulator.Isolation.Capability.ALL_ENDS;
import static io.lambdarium.simulator.Isolation.Capability.EXIT_SIGNALS;
import static io.lambdarium.simulator.Isolation.Capability.FREEZE;
import static io.lambdarium.simulator.Isolation.Capability.LIMITS;
import static io.lambdarium.simulator.Isolation.Capability.MEMORY;
import static io.lambdarium.simulator.Isolation.Capability.PROCESS_IDS;
import static io.lambdarium.simulator.Isolation.Capability.READ_ONLY;
import static io.lambdarium.simulator.Isolation.Capability.REAL_PATHS;
import static io.lambdarium.simulator.Isolation.Capability.STORAGE;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * How far the processes of an environment are kept from the machine they run on; each level can all that the one before it
 * can.
 *
 * <p>Without a wish, the best level that this machine has is taken; {@code -Dlambdarium.isolation=PLAIN} is a wish for all
 * simulators of a JVM whose options have none. A test that needs more than others asks for it:
 *
 * <pre>{@code assumeTrue(lambda.isolation().has(REAL_PATHS));}</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Isolation {
    /**
     * Processes in temporary directories; variables name the paths. Works wherever there is a shell. A daemon that left its
     * session may outlive its environment: it is ended only where the system still shows the variables that it was given. An
     * extension finds its path in {@code argv[0]}, not its name in {@code /opt/extensions}: let its file have that name.
     *
     * <p>It is the only level on Windows, where it is untested, and nothing watches over a JVM that is killed.
     */
    PLAIN(Set.of()),
    /**
     * Process groups, which signals reach as a whole, below a keeper that freezes, measures and ends them. Needs Perl.
     *
     * <p>On macOS this is untested: memory and files are not limited there, and a daemon that left its session may stay; on Linux,
     * these two hold on x86-64 and arm64.
     */
    GROUPS(Set.of(FREEZE, EXIT_SIGNALS, LIMITS, MEMORY, ALL_ENDS)),
    /** Linux namespaces with the paths that production has. Needs Perl and bubblewrap. */
    NAMESPACES(Set.of(FREEZE, EXIT_SIGNALS, LIMITS, MEMORY, ALL_ENDS, REAL_PATHS, STORAGE, READ_ONLY, PROCESS_IDS));

    /** What some levels can and others cannot. */
    public enum Capability {
        /** Processes are frozen while nothing is asked of them. */
        FREEZE,
        /** A process that a signal ended is told from one that exited with 128 and its number. */
        EXIT_SIGNALS,
        /** Open files are as limited as in production; on {@link #NAMESPACES} processes, too, if the user is not root. */
        LIMITS,
        /** Memory is measured, and limited. */
        MEMORY,
        /** Whatever an environment started ends with it, daemons that left their session included. */
        ALL_ENDS,
        /** The code is in {@code /var/task}, the layers are in {@code /opt}, and {@code /tmp} is the environment's own. */
        REAL_PATHS,
        /** {@code /tmp} has the size that the function asks for. */
        STORAGE,
        /** Everything but {@code /tmp} is read-only. */
        READ_ONLY,
        /** Process ids are the environment's own, processes of others cannot be seen, and the user is Lambda's, 993. */
        PROCESS_IDS
    }

    private static final boolean LINUX = System.getProperty("os.name", "").equals("Linux");
    private static final Set<String> WITH_KNOWN_CALLS = Set.of("amd64", "aarch64");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of gives what nobody can change, which its type does not say
    private final Set<Capability> capabilities;

    Isolation(Set<Capability> capabilities) {
        this.capabilities = capabilities;
    }

    /** Whether processes on this level have that, on this system. */
    public boolean has(Capability capability) {
        return capabilities.contains(capability)
                && switch (capability) {
                    case MEMORY -> LINUX;
                    case LIMITS, ALL_ENDS -> LINUX && WITH_KNOWN_CALLS.contains(System.getProperty("os.arch"));
                    default -> true;
                };
    }
}
