// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherFactory;

class TestNotesTest {

    static final class MixedTestCase {

        @Test
        void passes() {}

        @Test
        @Tag("processes")
        void fails() {
            fail("as it should");
        }

        @Test
        @Disabled("for\na\treason")
        void is_disabled() {}

        @Test
        void gives_up() {
            assumeTrue(false, "it rains");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void passes_twice(int number) {}
    }

    @Disabled("no compiler")
    @Tag("processes")
    static final class SkippedTestCase {

        @BeforeAll
        static void compile() {
            fail("there is no compiler");
        }

        @Test
        void passes() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void passes_twice(int number) {}
    }

    @TempDir
    private Path folder;

    @Test
    void each_test_is_noted_with_what_became_of_it_and_why_it_was_skipped() throws IOException {
        assertThat(noted(MixedTestCase.class))
                .containsExactly(
                        "aborted MixedTestCase.gives_up [] Assumption failed: it rains",
                        "failed MixedTestCase.fails [processes] ",
                        "passed MixedTestCase.passes [] ",
                        "passed MixedTestCase.passes_twice [] ",
                        "passed MixedTestCase.passes_twice [] ",
                        "skipped MixedTestCase.is_disabled [] for a reason");
    }

    @Test
    void all_tests_of_a_skipped_class_are_skipped_for_its_reason() throws IOException {
        assertThat(noted(SkippedTestCase.class))
                .containsExactly(
                        "skipped SkippedTestCase.passes [processes] no compiler",
                        "skipped SkippedTestCase.passes_twice [processes] no compiler");
    }

    @Test
    void the_notes_of_an_earlier_run_stay_if_there_is_nothing_to_note() throws IOException {
        Files.writeString(folder.resolve("notes"), "earlier");

        assertThat(noted(TestNotesTest.Nothing.class)).containsExactly("earlier");
    }

    static final class Nothing {}

    private List<String> noted(Class<?> tests) throws IOException {
        Path file = folder.resolve("notes");
        LauncherConfig quiet = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        Launcher launcher = LauncherFactory.create(quiet);
        launcher.execute(request().selectors(selectClass(tests)).build(), new Rows(file));
        return Files.readAllLines(file);
    }

    private static final class Rows extends TestNotes {

        Rows(Path file) {
            super(file);
        }

        @Override
        protected Stream<String> rows(TestOutcome outcome) {
            return Stream.of(String.join(
                    " ",
                    outcome.word().toString(),
                    outcome.test(),
                    outcome.tags().toString(),
                    outcome.reason()));
        }
    }
}
