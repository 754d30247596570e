// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;
import org.junit.platform.commons.support.AnnotationSupport;

/** Notes for each statement which test showed it, or failed to; the fidelity table is made from the notes. */
final class StatementRecorder implements TestWatcher {

    private static final Namespace NAMESPACE = Namespace.create(StatementRecorder.class);

    @Override
    public void testSuccessful(ExtensionContext test) {
        note(test, "passed");
    }

    @Override
    public void testFailed(ExtensionContext test, Throwable cause) {
        note(test, "failed");
    }

    private static void note(ExtensionContext test, String result) {
        StatementResults results = test.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(StatementResults.class, type -> new StatementResults(), StatementResults.class);
        String shownBy = test.getRequiredTestClass().getSimpleName() + "."
                + test.getRequiredTestMethod().getName();
        AnnotationSupport.findAnnotation(test.getRequiredTestMethod(), Statement.class)
                .ifPresent(statement -> results.note(statement.value(), result, shownBy));
    }
}
