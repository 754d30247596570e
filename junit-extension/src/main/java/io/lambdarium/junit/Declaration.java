// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.SimulatorOptions.Time;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Where it is said that there is a simulator, and which.
 *
 * @param place the id of the context that says so: two declarations with the same place are the same
 * @param options how the simulator is started; looked at only then, since they may be unreadable
 * @param home the context that it lives as long as
 */
record Declaration(String place, Supplier<SimulatorOptions> options, ExtensionContext home) {

    /** Remembers what a registered field says, unless a context around this one heard the same from it. */
    static void register(LambdaSimulatorExtension field, SimulatorOptions options, ExtensionContext context) {
        boolean known = levels(context)
                .flatMap(level -> registration(level).stream())
                .anyMatch(earlier -> earlier.field() == field);
        if (!known) {
            Stored.of(context).put(new RegisteredAt(context.getUniqueId()), new Registration(field, options));
        }
    }

    /** The closest declaration; if the extension was named without any, defaults, wherever it was named. */
    static Declaration closestTo(ExtensionContext context) {
        return levels(context)
                .flatMap(level -> at(level, context).stream())
                .findFirst()
                .orElseGet(() -> new Declaration(
                        context.getRoot().getUniqueId(), () -> options(Time.REAL, "", context), context));
    }

    private static Optional<Declaration> at(ExtensionContext level, ExtensionContext context) {
        return registration(level)
                .map(field -> new Declaration(level.getUniqueId(), field::options, level))
                .or(() -> AnnotationSupport.findAnnotation(level.getElement(), LambdaSimulator.class)
                        .map(it -> new Declaration(
                                level.getUniqueId(), () -> options(it.time(), it.patience(), context), context)));
    }

    private static SimulatorOptions options(Time time, String patience, ExtensionContext context) {
        SimulatorOptions patient = Patience.said(patience, context)
                .map(SimulatorOptions.defaults()::patience)
                .orElseGet(SimulatorOptions::defaults);
        return time == Time.VIRTUAL ? patient.virtualTime() : patient;
    }

    private static Optional<Registration> registration(ExtensionContext level) {
        return Stored.of(level).found(new RegisteredAt(level.getUniqueId()), Registration.class);
    }

    private static Stream<ExtensionContext> levels(ExtensionContext context) {
        return Stream.iterate(
                        Optional.of(context), Optional::isPresent, level -> level.flatMap(ExtensionContext::getParent))
                .flatMap(Optional::stream);
    }

    /** A key that names its context, since a look into JUnit's store goes through all contexts around. */
    private record RegisteredAt(String context) {}

    private record Registration(LambdaSimulatorExtension field, SimulatorOptions options) {}
}
