// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Endpoint.EXTENSION_NEXT;
import static io.lambdarium.simulator.event.Endpoint.RUNTIME_NEXT;
import static io.lambdarium.simulator.internal.report.Story.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who calls again and again fills a journal; to find out why takes no longer than to read it some times. */
class CrowdedStoryTest {

    private static final int MANY = 40_000;
    private static final Duration GENEROUS = Duration.ofSeconds(5);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void many_calls_are_struck() {
        List<String> findings = findings(Story.with(), story -> story.isStruck(RUNTIME_NEXT, "respond with 500"));

        assertThat(findings).singleElement().asString().startsWith("The fault");
    }

    @Test
    void many_calls_are_held() {
        List<String> findings = findings(Story.with(), story -> story.isHeld(EXTENSION_NEXT));

        assertThat(findings).first().asString().startsWith("A call to");
    }

    @Test
    void somebody_hangs_up_again_and_again() {
        Story idle = Story.running().responds(ADA);

        List<String> findings = findings(idle, story -> story.asks().hangsUp());

        assertThat(findings).first().asString().startsWith("The runtime hung up");
    }

    @Test
    void somebody_asks_again_and_again_while_it_holds_an_event() {
        List<String> findings = findings(Story.running(), Story::asks);

        assertThat(findings).first().asString().startsWith("The runtime asked for the next event while");
    }

    @Test
    void somebody_answers_again_and_again() {
        Story answered = Story.running().responds(ADA);

        List<String> findings = findings(answered, story -> story.responds(ADA));

        assertThat(findings).first().asString().startsWith("The runtime answered ada0 twice");
    }

    @Test
    void somebody_answers_for_one_stranger_after_the_other() {
        int[] number = {0};

        List<String> findings = findings(Story.running(), story -> story.responds("stranger-" + number[0]++));

        assertThat(findings).first().asString().startsWith("The runtime answered for request \"stranger-0\"");
    }

    private static List<String> findings(Story story, Consumer<Story> again) {
        IntStream.range(0, MANY).forEach(time -> again.accept(story));
        Chronicle chronicle = story.chronicle();

        long before = THREADS.getCurrentThreadCpuTime(); // whatever else the machine does
        List<String> findings = Diagnosis.of(chronicle);
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
        assertThat(took).isLessThan(GENEROUS);
        return findings;
    }
}
