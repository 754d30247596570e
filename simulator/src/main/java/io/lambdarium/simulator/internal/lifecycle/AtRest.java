// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

/** What becomes of an environment's processes when everyone waits for an event. */
public enum AtRest {
    /** Nothing: there are only bodies, which write nowhere and cannot be frozen. */
    NOTHING,
    /** What they have written is read. */
    READ,
    /** What they have written is read, and they are frozen unless an event is pending. */
    FREEZE
}
