// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A machine as tests of processes see it.
 *
 * @param has whether a tool is there
 * @param level the level of isolation that its processes live on, unless there is none
 * @param refusal why there is no such level
 */
record Machine(Predicate<Tool> has, Optional<Isolation> level, String refusal) {

    private static final Machine HERE = look();

    /** The one that this run is on, and the level that it is about. */
    static Machine here() {
        return HERE;
    }

    private static Machine look() {
        Predicate<Tool> has = tool -> tool.find().isPresent();
        try (Simulator simulator = Simulator.start()) {
            return new Machine(has, Optional.of(simulator.isolation()), "");
        } catch (SimulatorException refusal) {
            return new Machine(has, Optional.empty(), refusal.getMessage());
        }
    }

    /** Says what the test lacks here; nothing, if it can run. */
    String lackOf(WithProcesses test) {
        return Arrays.stream(test.tools())
                .filter(has.negate())
                .map(Tool::lack)
                .findFirst()
                .or(() -> level.isEmpty() ? Optional.of(refusal) : Optional.empty())
                .or(() -> level.flatMap(it -> otherLevel(it, List.of(test.levels()))))
                .or(() -> level.flatMap(it -> incapable(it, test.capabilities())))
                .orElse("");
    }

    private static Optional<String> otherLevel(Isolation level, List<Isolation> wanted) {
        return wanted.contains(level)
                ? Optional.empty()
                : Optional.of("this run is on " + level + ", and the test is about " + wanted + ": add "
                        + "-Dlambdarium.isolation=" + wanted.get(0));
    }

    private static Optional<String> incapable(Isolation level, Capability... wanted) {
        return Arrays.stream(wanted)
                .filter(capability -> !level.has(capability))
                .map(capability -> "this run is on " + level + ", which has no " + capability + ": add "
                        + "-Dlambdarium.isolation=" + lowestWith(capability))
                .findFirst();
    }

    private static Isolation lowestWith(Capability capability) {
        return Arrays.stream(Isolation.values())
                .filter(level -> level.has(capability))
                .findFirst()
                .orElseThrow();
    }
}
