// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import java.util.List;

/** What probably went wrong. */
public final class Diagnosis {

    private Diagnosis() {}

    /** The findings of a chronicle, the most important first. */
    public static List<String> of(Chronicle chronicle) {
        return List.of();
    }
}
