// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module promises: its public types and their public and protected members, one line each. */
public final class Surface {

    private Surface() {}

    public static String of(JavaClasses main, String... exported) {
        Set<String> packages = Set.of(exported);
        return main.stream()
                .filter(type -> packages.contains(type.getPackageName()))
                .map(JavaClass::reflect)
                .filter(Surface::isReachable)
                .sorted(Comparator.comparing(Class::getName))
                .map(Surface::render)
                .collect(Collectors.joining("\n"));
    }

    private static String render(Class<?> type) {
        return Heading.of(type) + "\n"
                + members(type).map(line -> "    " + line + "\n").collect(Collectors.joining());
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> constants =
                type.isEnum() ? Stream.of(type.getEnumConstants()).map(it -> ((Enum<?>) it).name()) : Stream.empty();
        Stream<String> fields = visible(type.getDeclaredFields())
                .filter(it -> !it.isEnumConstant())
                .map(Surface::field);
        Stream<String> constructors = visible(type.getDeclaredConstructors())
                .filter(it -> !type.isRecord() || !isCanonical(type, it.getParameterTypes()))
                .map(it -> modifiers(it) + "new" + Signatures.parameters(it));
        Stream<String> methods = visible(type.getDeclaredMethods())
                .filter(it -> !isImplied(type, it))
                .map(Surface::method);
        return Stream.of(constants, fields.sorted(), constructors.sorted(), methods.sorted())
                .flatMap(lines -> lines);
    }

    private static String field(Field field) {
        return modifiers(field) + Signatures.of(field.getAnnotatedType()) + " " + field.getName();
    }

    private static String method(Method method) {
        return modifiers(method)
                + Signatures.variables(method.getTypeParameters())
                + Signatures.of(method.getAnnotatedReturnType())
                + " " + method.getName() + Signatures.parameters(method)
                + defaultOf(method);
    }

    /** Only attributes of annotations have one. */
    private static String defaultOf(Method method) {
        Object value = method.getDefaultValue();
        if (value == null) {
            return "";
        }
        return " default " + (value instanceof Object[] several ? Arrays.toString(several) : value);
    }

    /** Only what a caller can tell: that it is there without an instance, for heirs only, or theirs to write. */
    private static String modifiers(Member member) {
        int modifiers = member.getModifiers();
        boolean mustBeWritten = Modifier.isAbstract(modifiers);
        return (Modifier.isProtected(modifiers) ? "protected " : "")
                + (Modifier.isStatic(modifiers) ? "static " : "")
                + (mustBeWritten ? "abstract " : "");
    }

    private static boolean isImplied(Class<?> type, Method method) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        String name = method.getName();
        boolean ofEveryObject = name.equals("equals") && parameters.equals(List.of(Object.class))
                || List.of("hashCode", "toString").contains(name) && parameters.isEmpty();
        boolean ofTheEnum = type.isEnum() && List.of("values", "valueOf").contains(name);
        boolean ofTheRecord = type.isRecord()
                && parameters.isEmpty()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(it -> it.getName().equals(name));
        return ofEveryObject || ofTheEnum || ofTheRecord;
    }

    private static boolean isCanonical(Class<?> type, Class<?>[] parameters) {
        return Arrays.equals(
                Arrays.stream(type.getRecordComponents())
                        .map(it -> it.getType())
                        .toArray(),
                parameters);
    }

    private static <M extends Member> Stream<M> visible(M[] members) {
        return Arrays.stream(members)
                .filter(it -> !it.isSynthetic())
                .filter(it -> !(it instanceof Executable executable && executable.isSynthetic()))
                .filter(it -> isVisible(it.getModifiers()));
    }

    private static boolean isReachable(Class<?> type) {
        boolean outside = type.getDeclaringClass() == null || isReachable(type.getDeclaringClass());
        boolean hidden = type.isAnonymousClass() || type.isLocalClass() || type.isSynthetic();
        return outside && !hidden && isVisible(type.getModifiers());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
