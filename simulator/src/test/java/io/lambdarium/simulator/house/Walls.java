// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.lang.reflect.Modifier;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

/** The rules that hold in every module. */
public final class Walls {

    private Walls() {}

    /** Whoever sees a public type can ask how long it will stay. */
    public static ArchRule exportedTypesSayHowLongTheyStay(String... exported) {
        return classes()
                .that()
                .resideInAnyPackage(exported)
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should()
                .beAnnotatedWith(API.class);
    }

    /** Nobody inherits from us by accident, so that everything unsaid can still change. */
    public static ArchRule exportedClassesAreClosed(String... exported) {
        return classes().that().resideInAnyPackage(exported).and().arePublic().should(beClosed());
    }

    /** A package that is visible to tests of the same name is still none of their business. */
    public static ArchRule onlyExportedPackagesOfTheSimulatorAreTouched() {
        return noClasses().should().dependOnClassesThat().resideInAPackage("io.lambdarium.simulator.internal..");
    }

    /** Logging is {@link System.Logger}; printing is what users do. */
    public static ArchRule nobodyPrints() {
        return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    /** But for one class, which keeps somebody else's library from using it. */
    public static ArchRule nobodyUsesJavaUtilLogging() {
        return noClasses()
                .that()
                .doNotHaveSimpleName("QuietXnio")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..");
    }

    /** Whoever sleeps waits too long on a fast machine and not long enough on a slow one. */
    public static ArchRule nobodySleeps() {
        return noClasses()
                .should()
                .callMethodWhere(describe(
                        "sleep",
                        call -> call.getName().equals("sleep")
                                && List.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                                        .contains(call.getTargetOwner().getName())));
    }

    /** The machine needs no mocks, and the edges are tested against real sockets and real processes. */
    public static ArchRule nobodyMocks() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.mockito..", "org.easymock..", "io.mockk..", "mockit..");
    }

    /** Null is a decision, in every package. */
    public static List<String> packagesThatForgotNull(JavaClasses main) {
        return main.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(it -> !it.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .sorted()
                .toList();
    }

    private static ArchCondition<JavaClass> beClosed() {
        return new ArchCondition<>("be final, sealed, a record, an enum, an annotation or an interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Class<?> reflected = type.reflect();
                boolean closed = reflected.isInterface()
                        || reflected.isEnum()
                        || reflected.isSealed()
                        || Modifier.isFinal(reflected.getModifiers());
                if (!closed) {
                    events.add(violated(type, type.getName() + " can be subclassed by anyone"));
                }
            }
        };
    }
}
