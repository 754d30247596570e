// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The runtime of an environment and its extensions: who stands where, and who waits with which call.
 *
 * @param generation counts the initializations of the environment, from 1
 * @param runtime the runtime
 * @param extensions the external ones by name, then the internal ones as they registered
 * @param open whether internal extensions can still register
 * @param fatal the first error that a participant reported before anybody exited
 * @param late requests that timed out and whose late answer has not been refused yet
 * @param identities where new identifiers come from
 */
public record Crew(
        int generation,
        RuntimeMember runtime,
        List<ExtensionMember> extensions,
        boolean open,
        Optional<Fatal> fatal,
        LateRequests late,
        Identities identities) {

    /**
     * An error that a participant reported; it takes effect when a process exits.
     *
     * @param errorType AWS's name of the error
     * @param body the call whose body tells the caller more, if it was the runtime's
     */
    record Fatal(String errorType, Optional<CallId> body) {}

    static Crew none(Identities identities) {
        return new Crew(0, RuntimeMember.absent(), List.of(), false, Optional.empty(), LateRequests.NONE, identities);
    }

    /** The next generation: these external extensions, none of them registered. */
    Crew launch(List<ExtensionMember> launched) {
        return new Crew(generation + 1, RuntimeMember.absent(), launched, true, Optional.empty(), late, identities);
    }

    /** Nobody is there any more. */
    Crew emptied() {
        return new Crew(generation, RuntimeMember.absent(), List.of(), false, Optional.empty(), late, identities);
    }

    Crew with(RuntimeMember other) {
        return new Crew(generation, other, extensions, open, fatal, late, identities);
    }

    Crew with(Identities other) {
        return new Crew(generation, runtime, extensions, open, fatal, late, other);
    }

    Crew with(List<ExtensionMember> others) {
        return new Crew(generation, runtime, List.copyOf(others), open, fatal, late, identities);
    }

    /** With that extension in the place of the one of its name, or added. */
    Crew with(ExtensionMember member) {
        List<ExtensionMember> others = new ArrayList<>(extensions);
        others.replaceAll(other -> other.who().equals(member.who()) ? member : other);
        if (!others.contains(member)) {
            others.add(member);
        }
        return with(others);
    }

    Crew closed() {
        return new Crew(generation, runtime, extensions, false, fatal, late, identities);
    }

    /** With that error, unless there is one already: the first wins. */
    Crew failing(Fatal error) {
        Optional<Fatal> first = fatal.or(() -> Optional.of(error));
        return new Crew(generation, runtime, extensions, open, first, late, identities);
    }

    Crew with(LateRequests other) {
        return new Crew(generation, runtime, extensions, open, fatal, other, identities);
    }

    Optional<ExtensionMember> external(String name) {
        return find(member -> member.isExternal() && member.who().name().equals(name));
    }

    Optional<ExtensionMember> internal(String name) {
        return find(member -> !member.isExternal() && member.who().name().equals(name));
    }

    Optional<ExtensionMember> identified(String identifier) {
        return find(member -> member.identifier().equals(identifier) && !identifier.isEmpty());
    }

    Optional<ExtensionMember> member(Participant who) {
        return find(member -> member.who().equals(who));
    }

    Stream<ExtensionMember> externals() {
        return extensions.stream().filter(ExtensionMember::isExternal);
    }

    /** External extensions whose process is there. */
    List<ExtensionMember> livingExternals() {
        return externals().filter(member -> member.state().isAlive()).toList();
    }

    boolean hasRegistered() {
        return extensions.stream().anyMatch(member -> !member.identifier().isEmpty());
    }

    boolean hasRegisteredExternal() {
        return externals().anyMatch(member -> !member.identifier().isEmpty());
    }

    boolean extensionsHaveAsked() {
        for (ExtensionMember member : extensions) {
            if (!member.hasAsked()) {
                return false;
            }
        }
        return true;
    }

    /** Every call that waits. */
    List<CallId> parked() {
        List<CallId> all = new ArrayList<>(runtime.parked());
        for (ExtensionMember member : extensions) {
            member.parked().ifPresent(all::add);
        }
        return all;
    }

    /** What AWS reports when that participant's exit breaks the environment. */
    Failure failure(Participant who, Exit exit) {
        return new Failure(
                fatal.map(Fatal::errorType)
                        .orElse(who.equals(Participant.RUNTIME) ? "Runtime.ExitError" : "Extension.Crash"),
                who.equals(Participant.RUNTIME) ? ExitWords.runtimeExit(exit) : ExitWords.extensionExit(exit));
    }

    private Optional<ExtensionMember> find(Predicate<ExtensionMember> matching) {
        for (ExtensionMember member : extensions) {
            if (matching.test(member)) {
                return Optional.of(member);
            }
        }
        return Optional.empty();
    }
}
