// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.soak.Footprint;
import io.lambdarium.simulator.soak.Lifetimes;

/** What ten thousand simulators leave behind, each with a runtime that waited when it was closed. */
final class Leaks {

    private static final int LIVES = 10_000;

    private Leaks() {}

    static void measure(Findings findings) throws InterruptedException {
        Lifetimes lifetimes = new Lifetimes();
        lifetimes.live(LIVES / 10);
        Footprint before = Footprint.now();
        lifetimes.live(LIVES);
        Footprint left = Footprint.now().since(before);
        findings.note(left.toString());
        findings.found(Goal.LEAKED, Math.max(0, left.threads()) + Math.max(0, left.descriptors()) + left.beans());
        findings.found(Goal.LEAKED_HEAP, (double) left.heap() / LIVES);
        findings.found(Goal.LEAKED_DIRECT, left.direct() / 1024.0);
    }
}
