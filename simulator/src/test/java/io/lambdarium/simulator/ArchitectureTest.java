// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.lambdarium.simulator.house.Code;
import io.lambdarium.simulator.house.HouseWalls;
import io.lambdarium.simulator.house.Walls;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md, sentence by sentence. */
class ArchitectureTest implements HouseWalls {

    private static final String ROOT = "io.lambdarium.simulator";
    private static final String EVENT = ROOT + ".event";
    private static final String LIFECYCLE = ROOT + ".internal.lifecycle..";
    private static final String FLEET = ROOT + ".internal.fleet..";
    private static final String REPORT = ROOT + ".internal.report..";
    private static final String LOG = ROOT + ".internal.log..";

    private static final Code CODE = Code.below(ROOT);

    /** Classes of the root package, beside Simulator, that may see what is internal: simple name to reason. */
    private static final Map<String, String> INSIDERS = Map.of(
            "Bootstrap",
            "describes a JVM for a Java handler, which takes a look at this one",
            "FunctionLog",
            "shows what is logged of a journal",
            "Timeline",
            "shows what the reports make of a journal",
            "SimulatorOptions",
            "begins with AWS's limits, which stand in one place");

    @Override
    public Code code() {
        return CODE;
    }

    @Override
    public String[] exported() {
        return new String[] {ROOT, EVENT};
    }

    @Test
    void only_http_knows_undertow() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.xnio..")
                .check(CODE.main());
    }

    @Test
    void only_process_starts_processes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal.process..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(describe(
                        "execute a command",
                        call -> call.getTargetOwner().isEquivalentTo(Runtime.class)
                                && call.getName().equals("exec")))
                .check(CODE.main());
    }

    @Test
    void the_two_machines_see_only_events_and_values() {
        classes()
                .that()
                .resideInAnyPackage(LIFECYCLE, FLEET)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        LIFECYCLE,
                        FLEET,
                        EVENT,
                        "java.lang..",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "java.time..",
                        "org.jspecify..")
                .check(CODE.main());
    }

    @Test
    void the_two_machines_are_told_the_time() {
        noClasses()
                .that()
                .resideInAnyPackage(LIFECYCLE, FLEET)
                .should()
                .accessTargetWhere(asksTheTime())
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Clock.class, Thread.class)
                .check(CODE.main());
    }

    @Test
    void the_lifecycle_knows_nothing_of_the_fleet() {
        noClasses()
                .that()
                .resideInAPackage(LIFECYCLE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(FLEET)
                .check(CODE.main());
    }

    @Test
    void only_engine_and_process_start_threads() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..internal.engine..", "..internal.process..")
                .should()
                .accessTargetWhere(startsAThread())
                .check(CODE.main());
    }

    @Test
    void reports_and_logs_are_projections_of_events() {
        classes()
                .that()
                .resideInAnyPackage(REPORT, LOG)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(REPORT, LOG, EVENT)
                        .or(resideOutsideOfPackage("io.lambdarium.."))
                        .or(isAPublicTypeOfTheRoot()))
                .check(CODE.main());
    }

    @Test
    void no_two_internal_packages_need_each_other() {
        slices().matching(ROOT + ".internal.(*)..").should().beFreeOfCycles().check(CODE.main());
    }

    @Test
    void events_depend_on_nothing_of_ours() {
        noClasses()
                .that()
                .resideInAPackage(EVENT)
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.lambdarium..").and(resideOutsideOfPackage(EVENT)))
                .check(CODE.main());
    }

    @Test
    void in_the_root_package_only_simulator_touches_the_inside() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and(describe("are not insiders", type -> !isInsider(type)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..internal..")
                .check(CODE.main());
    }

    @Test
    void nobody_uses_java_util_logging() {
        Walls.nobodyUsesJavaUtilLogging().check(CODE.all());
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheTime() {
        return describe("asks the time", access -> {
            String owner = access.getTargetOwner().getName();
            String name = access.getTarget().getName();
            return owner.startsWith("java.time.") && name.equals("now")
                    || owner.equals("java.lang.System")
                            && List.of("currentTimeMillis", "nanoTime").contains(name);
        });
    }

    private static DescribedPredicate<JavaAccess<?>> startsAThread() {
        return describe("starts a thread", access -> {
            JavaClass owner = access.getTargetOwner();
            boolean constructs = access.getTarget() instanceof AccessTarget.ConstructorCallTarget;
            boolean starts = access.getTarget().getName().equals("start");
            return owner.isAssignableTo(Thread.class) && (constructs || starts)
                    || owner.isAssignableTo(Timer.class) && constructs
                    || owner.isEquivalentTo(Executors.class);
        });
    }

    private static DescribedPredicate<JavaClass> isAPublicTypeOfTheRoot() {
        return describe(
                "is a public type of the root package",
                type -> type.getPackageName().equals(ROOT)
                        && type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static boolean isInsider(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost.getSimpleName().equals("Simulator") || INSIDERS.containsKey(outermost.getSimpleName());
    }
}
