// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test is called in a file system: unique, and harmless on every one.
 *
 * @param folder for its class
 * @param file for itself, without an ending
 */
record TestName(String folder, String file) {

    /** What tells apart the rounds of a repeated, parameterized or dynamic test in JUnit's unique ids. */
    private static final Pattern ROUND = Pattern.compile("\\[[^:\\]]*:#(\\d+)]");

    private static final int LONGEST = 120;

    static TestName of(ExtensionContext test) {
        Stream<String> words = Stream.concat(
                methodOf(test).stream().flatMap(TestName::words),
                ROUND.matcher(test.getUniqueId()).results().map(round -> round.group(1)));
        String file = words.collect(Collectors.joining("-"));
        String folder = classOf(test).getName().replace('$', '.');
        return new TestName(harmless(folder), harmless(file.isEmpty() ? "the-class" : file));
    }

    private static Optional<Method> methodOf(ExtensionContext test) {
        return test.getTestMethod().or(() -> test.getParent().flatMap(TestName::methodOf));
    }

    private static Class<?> classOf(ExtensionContext test) {
        return test.getTestClass().orElseGet(() -> classOf(test.getParent().orElseThrow()));
    }

    /** Its name, and what it takes if there are others of that name. */
    private static Stream<String> words(Method method) {
        Stream<String> name = Stream.of(method.getName());
        boolean unique = Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                        .filter(other -> !other.isSynthetic() && other.getName().equals(method.getName()))
                        .count()
                == 1;
        return unique
                ? name
                : Stream.concat(name, Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName));
    }

    /** Other languages allow blanks and slashes in names; whoever is changed or cut here is told apart by a number. */
    private static String harmless(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String whole = safe.substring(0, Math.min(LONGEST, safe.length()));
        return whole.equals(name) ? name : whole + "-" + Integer.toHexString(name.hashCode());
    }
}
