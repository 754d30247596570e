// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips tests of processes for which something is missing. */
final class ProcessCondition implements ExecutionCondition {

    private static final ConditionEvaluationResult NOTHING_IS_MISSING =
            ConditionEvaluationResult.enabled("nothing is missing");

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getElement(), WithProcesses.class)
                .map(Machine.here()::lackOf)
                .filter(lack -> !lack.isEmpty())
                .map(ConditionEvaluationResult::disabled)
                .orElse(NOTHING_IS_MISSING);
    }
}
