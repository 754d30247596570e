// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Types as a reader writes them: without what goes without saying, and with a question mark where null may be. */
final class Signatures {

    private Signatures() {}

    static String of(AnnotatedType type) {
        return nameOf(type.getType()) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    static String parameters(Executable executable) {
        AnnotatedType[] types = executable.getAnnotatedParameterTypes();
        return IntStream.range(0, types.length)
                .mapToObj(i -> executable.isVarArgs() && i == types.length - 1
                        ? of(types[i]).replaceFirst("\\[]$", "...")
                        : of(types[i]))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(Signatures::variable).collect(Collectors.joining(", ", "<", "> "));
    }

    private static String variable(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getBounds())
                .filter(it -> it != Object.class)
                .map(Signatures::nameOf)
                .collect(Collectors.joining(" & "));
        return bounds.isEmpty() ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    private static String nameOf(Type type) {
        return type.getTypeName().replaceAll("\\bjava\\.lang\\.(?=[A-Z])", "");
    }
}
