// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.EventConditions.environmentFrozen;
import static io.lambdarium.assertions.EventConditions.environmentInitialized;
import static io.lambdarium.assertions.EventConditions.environmentReset;
import static io.lambdarium.assertions.EventConditions.environmentStarted;
import static io.lambdarium.assertions.EventConditions.environmentTerminated;
import static io.lambdarium.assertions.EventConditions.environmentThawed;
import static io.lambdarium.assertions.EventConditions.event;
import static io.lambdarium.assertions.EventConditions.exited;
import static io.lambdarium.assertions.EventConditions.in;
import static io.lambdarium.assertions.EventConditions.launchFailed;
import static io.lambdarium.assertions.EventConditions.launched;
import static io.lambdarium.assertions.EventConditions.ranOutOfMemory;
import static io.lambdarium.assertions.EventConditions.registered;
import static io.lambdarium.assertions.EventConditions.toldToInvoke;
import static io.lambdarium.assertions.EventConditions.wrote;
import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.assertions.LambdaAssertions.assertThat;

import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ProcessEvent.Stream;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JournalAssertTest {

    private final Diary diary = new Diary();

    private void begin() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1));
    }

    @Test
    void in_whatever_order_each_condition_finds_an_entry_of_its_own() {
        begin();

        assertThat(diary).contained(registered("flusher"), launched("flusher"));
        assertThat(diary).contained(event(EnvironmentEvent.class), environmentStarted());
        assertThat(diary).contained(environmentStarted(), event(EnvironmentEvent.class));
        message(() -> assertThat(diary).contained(launched("flusher"), launched("flusher")))
                .isEqualTo("""
                Expected the journal to have contained flusher launched and flusher launched, but there is no other entry for flusher launched.

                    +0.000  environment 1  started; must be initialized by +10.000
                    +0.000  flusher        launched
                    +0.000  flusher        registered for INVOKE and SHUTDOWN

                This looked only once; contains(…) would wait.""");
    }

    @Test
    void in_order_an_entry_is_consumed_by_its_condition() {
        begin();

        assertThat(diary).containedInOrder(environmentStarted(), registered("flusher"));
        firstLine(() -> assertThat(diary).containedInOrder(registered("flusher"), environmentStarted()))
                .isEqualTo(
                        "Expected the journal to have contained flusher registered, then an environment started, but "
                                + "there is no entry for an environment started after that for flusher registered.");
        firstLine(() -> assertThat(diary).containedInOrder(registered("flusher"), registered("flusher")))
                .endsWith("but there is no entry for flusher registered after that for flusher registered.");
        firstLine(() -> assertThat(diary).containedInOrder(registered("flusher"), environmentReset()))
                .endsWith("but there is no entry for an environment reset.");
    }

    @Test
    void the_story_shows_how_far_the_order_went() {
        begin();

        message(() -> assertThat(diary).containedInOrder(launched("flusher"), environmentStarted()))
                .contains("→ +0.000  flusher        launched");
    }

    @Test
    void words_for_a_life_match_what_they_say_and_nothing_beside_it() {
        Plea plea = Plea.in(diary);
        diary.write(new EnvironmentEvent.Initialized(InitPhase.INIT, Duration.ZERO));
        diary.write(new ToldToInvoke(Flusher.WHO, plea.requestId()), Flusher.terminated(ShutdownReason.TIMEOUT));

        assertThat(diary)
                .containedExactly(
                        environmentInitialized(),
                        toldToInvoke("flusher", plea),
                        environmentTerminated(ShutdownReason.TIMEOUT));
        firstLine(() -> assertThat(diary).contained(toldToInvoke("other", plea)))
                .contains("there is no entry for other told of");
        firstLine(() -> assertThat(diary).contained(environmentTerminated(ShutdownReason.FAILURE)))
                .contains("there is no entry for an environment terminated with FAILURE");
    }

    @Test
    void exactly_means_nothing_else() {
        diary.write(Flusher.environment(), new Launched(Flusher.WHO, 1));

        assertThat(diary).containedExactly(environmentStarted(), launched("flusher"));
        firstLine(() -> assertThat(diary).containsExactly(environmentStarted()))
                .isEqualTo(
                        "Expected the journal to contain exactly an environment started, but entry 2 is one too many.");
        firstLine(() -> assertThat(diary).containedExactly(launched("flusher"), environmentStarted()))
                .contains("but entry 1 is not flusher launched.");
        firstLine(() -> assertThat(diary)
                        .containedExactly(environmentStarted(), launched("flusher"), environmentReset()))
                .contains("but there is no entry for an environment reset.");
        firstLine(() -> assertThat(diary)
                        .containedExactly(environmentStarted(), launched("flusher"), environmentStarted()))
                .contains("but there is no other entry for an environment started.");
    }

    @Test
    void what_a_process_writes_has_its_word() {
        diary.write(Flusher.environment(), new Launched(Flusher.WHO, 1));
        diary.write(new Wrote(Flusher.WHO, 1, Stream.OUTPUT, "shipped 2 notes"));

        assertThat(diary).contained(wrote("flusher", "shipped 2 notes"));
        firstLine(() -> assertThat(diary).contained(wrote("flusher", "shipped")))
                .contains("there is no entry for flusher wrote the line \"shipped\"");
    }

    @Test
    void what_happens_to_processes_has_its_words() {
        diary.write(Flusher.environment(), new EnvironmentEvent.Frozen(), new EnvironmentEvent.Thawed());
        diary.write(
                new LaunchFailed(Flusher.WHO, 1, new Failure("Extension.LaunchError", "permission denied")),
                new RanOutOfMemory(Flusher.WHO, 2, false, 1L << 28));

        assertThat(diary)
                .containedInOrder(
                        environmentFrozen(),
                        environmentThawed(),
                        launchFailed("flusher", "Extension.LaunchError"),
                        ranOutOfMemory("flusher"));
        firstLine(() -> assertThat(diary).contained(launchFailed("flusher", "Runtime.InvalidEntrypoint")))
                .contains("there is no entry for flusher not launched because of Runtime.InvalidEntrypoint");
        firstLine(() -> assertThat(diary).contained(ranOutOfMemory("runtime")))
                .contains("there is no entry for runtime killed for want of memory");
    }

    @Test
    void present_tense_waits_for_what_comes() {
        diary.later(Flusher.environment()).later(Flusher.born(diary, 1)).later(Flusher.exits(0));

        assertThat(diary).containsExactly(environmentStarted());
        assertThat(diary).containsInOrder(environmentStarted(), registered("flusher"));
        assertThat(diary).contains(exited("flusher", 0)).contains(Launched.class, event -> event.generation() == 1);
    }

    @Test
    void past_tense_names_its_sister() {
        message(() -> assertThat(diary).contained(environmentReset())).isEqualTo("""
                Expected the journal to have contained an environment reset, but there is no entry for an environment reset.

                This looked only once; contains(…) would wait.""");
    }

    @Test
    void never_is_until_now() {
        begin();

        assertThat(diary).neverContained(environmentReset()).neverContained(in(2, environmentStarted()));
        firstLine(() -> assertThat(diary).neverContained(in(1, event(InitializationStarted.class))))
                .isEqualTo("Expected the journal never to have contained an event of type "
                        + "EnvironmentEvent.InitializationStarted in environment 1, but it did.");
    }
}
