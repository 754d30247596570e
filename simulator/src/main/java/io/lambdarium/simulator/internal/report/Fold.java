// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import java.util.Optional;

/** A reason to tell an entry together with the line before it. */
@FunctionalInterface
interface Fold {

    /** The line with the entry in it; empty if they do not belong together. */
    Optional<Line> absorb(Line last, Entry entry, Glossary words);
}
