// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import java.util.stream.Stream;

/** One thing that goes wrong: whether it did in a generation of an environment, what is the case and what to do, in whole sentences. */
@FunctionalInterface
interface Finding {

    Stream<String> in(Generation generation);
}
