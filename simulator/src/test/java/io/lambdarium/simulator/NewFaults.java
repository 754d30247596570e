// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

/** Faults without a simulator around them. */
public final class NewFaults {

    private NewFaults() {}

    /** None is ordered yet. */
    public static Faults none() {
        return new Faults();
    }
}
