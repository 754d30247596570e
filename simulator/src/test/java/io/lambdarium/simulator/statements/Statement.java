// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The test shows that these statements about Lambda hold; see {@code site/reference/statements.tsv}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Statement {

    /** The numbers of the statements, such as {@code R-021}. */
    String[] value();
}
