// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/**
 * Who lives in an execution environment: its runtime or one of its extensions.
 *
 * @param role what it is
 * @param name {@code runtime}, or the name of the extension
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Participant(Role role, String name) {

    /** The one runtime of an environment. */
    public static final Participant RUNTIME = new Participant(Role.RUNTIME, "runtime");

    /** Whoever calls without being known to the environment. */
    public static final Participant STRANGER = new Participant(Role.STRANGER, "someone");

    /** The external extension of that name: a process of its own. */
    public static Participant extension(String name) {
        return new Participant(Role.EXTERNAL_EXTENSION, name);
    }

    /** The internal extension of that name: it lives in the runtime's process. */
    public static Participant internalExtension(String name) {
        return new Participant(Role.INTERNAL_EXTENSION, name);
    }

    /** Written out, as in all keys; see the house style. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Participant who && who.role == role && who.name.equals(name);
    }

    @Override
    public int hashCode() {
        return 31 * role.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    /** What a participant can be. */
    public enum Role {
        /** It asks for invocations and answers them. */
        RUNTIME,
        /** It was launched as a process of its own, before the runtime. */
        EXTERNAL_EXTENSION,
        /** It registered under a name that no launched extension has. */
        INTERNAL_EXTENSION,
        /** Nobody that the environment knows. */
        STRANGER
    }
}
