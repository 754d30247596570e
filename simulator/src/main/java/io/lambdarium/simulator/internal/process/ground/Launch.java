// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.List;
import java.util.Map;

/**
 * A process to be launched.
 *
 * @param number names it, now and in all that is told of it
 * @param generation of which initialization of its environment it is
 * @param command its program and what it finds in {@code argv}
 * @param directory where it begins
 * @param variables its whole environment
 * @param framedLog whether it is given a descriptor for framed logs
 */
public record Launch(
        int number,
        int generation,
        Command command,
        String directory,
        Map<String, String> variables,
        boolean framedLog) {

    /**
     * What is executed.
     *
     * @param program its path
     * @param arguments what it finds in {@code argv}, beginning with the name that it goes by
     */
    public record Command(String program, List<String> arguments) {}
}
