// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** The line about a public type: its promise, its kind, its components and its relations. */
final class Heading {

    private Heading() {}

    static String of(Class<?> type) {
        return promise(type)
                + kind(type) + " " + type.getName()
                + Signatures.variables(type.getTypeParameters()).strip()
                + components(type)
                + parents(type)
                + heirs(type);
    }

    private static String promise(Class<?> type) {
        API api = type.getAnnotation(API.class);
        return api == null ? "" : "@" + api.status() + " ";
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isEnum()) {
            return "enum";
        }
        if (type.isRecord()) {
            return "record";
        }
        String openness = type.isSealed() ? "sealed " : Modifier.isFinal(type.getModifiers()) ? "final " : "";
        return openness + (type.isInterface() ? "interface" : "class");
    }

    private static String components(Class<?> type) {
        if (!type.isRecord()) {
            return "";
        }
        return Arrays.stream(type.getRecordComponents())
                .map(it -> Signatures.of(it.getAnnotatedType()) + " " + it.getName())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parents(Class<?> type) {
        AnnotatedType parent = type.getAnnotatedSuperclass();
        boolean implied = parent == null || parent.getType() == Object.class || type.isEnum() || type.isRecord();
        Stream<AnnotatedType> all = Stream.concat(
                implied ? Stream.empty() : Stream.of(parent),
                type.isAnnotation() ? Stream.empty() : Arrays.stream(type.getAnnotatedInterfaces()));
        String named = all.map(Signatures::of).sorted().collect(Collectors.joining(", "));
        return named.isEmpty() ? "" : " is " + named;
    }

    private static String heirs(Class<?> type) {
        if (!type.isSealed()) {
            return "";
        }
        return Arrays.stream(type.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .sorted()
                .collect(Collectors.joining(", ", " permits ", ""));
    }
}
