// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.util.List;
import java.util.Map;

/** What a system can start: texts for a process end with a NUL, and a variable's name with an equals sign. */
final class ProgramRules {

    private ProgramRules() {}

    static void require(String program, List<String> arguments, Map<String, String> variables) {
        FunctionRules.require(
                !program.isEmpty() && isText(program),
                "Cannot run the program \"" + Payload.of(program)
                        + "\": no file can have that path. Name the one to run.");
        FunctionRules.require(
                arguments.stream().allMatch(ProgramRules::isText),
                "Cannot run \"" + Payload.of(program)
                        + "\" with a NUL in its arguments: it would find what is before that " + "only. Leave it out.");
        variables.forEach(ProgramRules::requireVariable);
    }

    private static void requireVariable(String name, String value) {
        FunctionRules.require(
                !name.isEmpty() && name.indexOf('=') < 0 && isText(name),
                "Cannot set the variable \"" + Payload.of(name)
                        + "\" of a process: a name is not empty, and has no equals "
                        + "sign and no NUL. Choose such a name.");
        VariableRules.requireValue(name, value);
    }

    private static boolean isText(String text) {
        return text.indexOf('\0') < 0;
    }
}
