// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Isolation.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The test starts real processes. {@code .ci/run} repeats it on every level of isolation, as root and as an ordinary user; a
 * build by hand runs it on the best level of the machine, or on the one that {@code -Dlambdarium.isolation} names.
 *
 * <p>On a class, it holds for all of its tests. Where the machine or the level lacks what it asks for, the test is skipped with
 * a reason, and so is {@code @BeforeAll} if it stands on the class.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("processes")
@ExtendWith(ProcessCondition.class)
public @interface WithProcesses {

    /** The programs it wants to find. */
    Tool[] tools() default {};

    /** What the level must be capable of. */
    Capability[] capabilities() default {};

    /** The levels that the test is about; better ask for a capability, if there is one. */
    Isolation[] levels() default {Isolation.PLAIN, Isolation.GROUPS, Isolation.NAMESPACES};
}
