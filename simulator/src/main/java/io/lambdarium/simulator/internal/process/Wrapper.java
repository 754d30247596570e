// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.internal.process.ground.Launch.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The script that a managed runtime is started through, if its function names one. Source: lifecycle §1.4. */
final class Wrapper {

    private static final String VARIABLE = "AWS_LAMBDA_EXEC_WRAPPER";

    /** What production starts is a shell script, too: where there is no wrapper, that exits with 127. */
    private static final List<String> BOOTSTRAP =
            List.of("/bin/sh", "-c", "wrapper=$1; shift; exec \"$wrapper\" \"$@\"", "/var/runtime/bootstrap");

    private Wrapper() {}

    /** Starts it through the wrapper, which finds the whole command in its arguments. */
    static Command around(Command interpreter, Map<String, String> variables) {
        String wrapper = variables.getOrDefault(VARIABLE, "");
        if (wrapper.isEmpty()) {
            return interpreter;
        }
        List<String> arguments = new ArrayList<>(BOOTSTRAP);
        arguments.add(wrapper);
        arguments.addAll(interpreter.arguments());
        return new Command(BOOTSTRAP.get(0), List.copyOf(arguments));
    }
}
