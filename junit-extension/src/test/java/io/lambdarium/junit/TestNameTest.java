// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestNameTest {

    private static final String HERE = "io.lambdarium.junit.TestNameTest.";

    @Test
    void names_are_readable_and_unique() {
        Run.of(NamedTestCase.class);

        assertThat(NamedTestCase.NAMES)
                .containsExactlyInAnyOrder(
                        new TestName(HERE + "NamedTestCase", "plain"),
                        new TestName(HERE + "NamedTestCase", "overloaded"),
                        new TestName(HERE + "NamedTestCase", "overloaded-TestInfo"),
                        new TestName(HERE + "NamedTestCase", "repeated-1"),
                        new TestName(HERE + "NamedTestCase", "repeated-2"),
                        new TestName(HERE + "NamedTestCase", "parameterized-1"),
                        new TestName(HERE + "NamedTestCase.Inner", "nested"));
    }

    @Test
    void names_are_harmless_whatever_a_language_allows() {
        Run.of(ForeignTestCase.class);

        assertThat(ForeignTestCase.NAMES)
                .extracting(TestName::file)
                .containsExactlyInAnyOrder(
                        "grüßt".replaceAll("[üß]", "_") + "-" + Integer.toHexString("grüßt".hashCode()));
    }

    @Test
    void long_names_are_cut_and_stay_unique() {
        Run.of(LongTestCase.class);

        assertThat(LongTestCase.NAMES)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.file().length() < 140);
    }

    static class NamedTestCase {
        static final List<TestName> NAMES = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final AfterEachCallback NOTE = context -> NAMES.add(TestName.of(context));

        @Test
        void plain() {}

        @Test
        void overloaded() {}

        @Test
        void overloaded(TestInfo test) {}

        @RepeatedTest(2)
        void repeated() {}

        @ParameterizedTest
        @ValueSource(strings = "../../evil")
        void parameterized(String argument) {}

        @Nested
        class Inner {
            @Test
            void nested() {}
        }
    }

    static class ForeignTestCase {
        static final List<TestName> NAMES = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final AfterEachCallback NOTE = context -> NAMES.add(TestName.of(context));

        @Test
        void grüßt() {}
    }

    static class LongTestCase {
        static final List<TestName> NAMES = new CopyOnWriteArrayList<>();

        @RegisterExtension
        static final AfterEachCallback NOTE = LongTestCase::note;

        @Test
        void
                a_method_whose_name_says_more_than_any_name_should_say_since_it_goes_on_and_on_until_nobody_remembers_how_it_began_1() {}

        @Test
        void
                a_method_whose_name_says_more_than_any_name_should_say_since_it_goes_on_and_on_until_nobody_remembers_how_it_began_2() {}

        private static void note(ExtensionContext context) {
            NAMES.add(TestName.of(context));
        }
    }
}
