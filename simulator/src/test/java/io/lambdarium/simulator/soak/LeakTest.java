// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/** What simulators leave behind. The last one's may still be on its way out, so a handful is no leak. */
@Isolated("counts threads and descriptors of the whole JVM")
class LeakTest {

    private static final int HANDFUL = 5;

    /** Far less than a simulator takes while it lives. */
    private static final long HEAP_OF_EACH = 4 * 1024;

    @Test
    void simulators_leave_nothing_behind() throws InterruptedException {
        int lives = 300;

        Footprint left = leftBehindBy(lives);

        assertThat(left.threads()).as("threads").isLessThan(HANDFUL);
        assertThat(left.descriptors()).as("descriptors").isLessThan(HANDFUL);
        assertThat(left.beans()).as("MBeans").isLessThan(HANDFUL);
        assertThat(left.heap()).as("heap").isLessThan(lives * HEAP_OF_EACH);
    }

    @Test
    @Tag("soak")
    @EnabledIfSystemProperty(named = "groups", matches = "soak", disabledReason = "takes long; -Dgroups=soak runs it")
    void ten_thousand_simulators_leave_nothing_behind() throws InterruptedException {
        int lives = 10_000;

        Footprint left = leftBehindBy(lives);

        assertThat(left.threads()).as("threads").isLessThan(HANDFUL);
        assertThat(left.descriptors()).as("descriptors").isLessThan(HANDFUL);
        assertThat(left.beans()).as("MBeans").isLessThan(HANDFUL);
        assertThat(left.heap()).as("heap").isLessThan(64L * lives);
        assertThat(left.direct()).as("direct memory").isLessThan(64L * 1024);
    }

    private static Footprint leftBehindBy(int lives) throws InterruptedException {
        assumeTrue(Footprint.canBeTaken(), "Only Linux tells how many descriptors are open.");
        Lifetimes lifetimes = new Lifetimes();
        lifetimes.live(30);
        Footprint before = Footprint.now();
        lifetimes.live(lives);
        return Footprint.now().since(before);
    }
}
