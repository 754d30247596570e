// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Isolation.Capability;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.platform.commons.support.AnnotationSupport;

class MachineTest {

    @WithProcesses
    private static final class Anywhere {}

    @WithProcesses(tools = {Tool.SH, Tool.GCC})
    private static final class Compiled {}

    @WithProcesses(capabilities = Capability.FREEZE)
    private static final class Frozen {}

    @WithProcesses(levels = Isolation.PLAIN)
    private static final class Loose {}

    @Test
    void a_test_that_asks_for_nothing_runs_on_every_level() {
        Stream<Machine> machines = Stream.of(Isolation.values()).map(MachineTest::on);

        assertThat(machines)
                .allSatisfy(machine -> assertThat(lack(machine, Anywhere.class)).isEmpty());
    }

    @Test
    void a_missing_tool_is_named_with_the_way_to_get_it() {
        Machine machine = new Machine(Set.of(Tool.SH)::contains, Optional.of(Isolation.PLAIN), "");

        assertThat(lack(machine, Compiled.class))
                .isEqualTo("gcc is missing in /usr/local/bin, /usr/bin and /bin: install it, on Debian by apt-get "
                        + "install gcc libc6-dev");
    }

    @Test
    void a_level_that_is_not_to_be_had_says_why() {
        Machine machine = new Machine(tool -> true, Optional.empty(), "user namespaces are forbidden");

        assertThat(lack(machine, Anywhere.class)).isEqualTo("user namespaces are forbidden");
    }

    @Test
    void what_the_level_is_not_capable_of_is_named_with_the_lowest_level_that_is() {
        assertThat(lack(on(Isolation.PLAIN), Frozen.class))
                .isEqualTo("this run is on PLAIN, which has no FREEZE: add -Dlambdarium.isolation=GROUPS");
        assertThat(lack(on(Isolation.GROUPS), Frozen.class)).isEmpty();
        assertThat(lack(on(Isolation.NAMESPACES), Frozen.class)).isEmpty();
    }

    @Test
    void a_test_about_one_level_names_it_on_the_others() {
        assertThat(lack(on(Isolation.GROUPS), Loose.class))
                .isEqualTo("this run is on GROUPS, and the test is about [PLAIN]: add -Dlambdarium.isolation=PLAIN");
        assertThat(lack(on(Isolation.PLAIN), Loose.class)).isEmpty();
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "CI",
            matches = "true",
            disabledReason = "a machine may lack tools, but not in CI")
    void in_CI_no_tool_is_missing() {
        assertThat(Tool.values())
                .allSatisfy(tool -> assertThat(tool.find()).as(tool.lack()).isPresent());
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "CI",
            matches = "true",
            disabledReason = "a machine may lack levels, but not in CI")
    void in_CI_tests_run_on_the_highest_level_or_on_the_one_asked_for() {
        String expected = System.getProperty("lambdarium.isolation", "NAMESPACES");

        assertThat(Machine.here().level())
                .as(
                        "what is missing for %s: %s; -Dlambdarium.isolation=%s says it",
                        expected, Machine.here().refusal(), expected)
                .contains(Isolation.valueOf(expected));
    }

    private static Machine on(Isolation level) {
        return new Machine(tool -> true, Optional.of(level), "");
    }

    private static String lack(Machine machine, Class<?> test) {
        return machine.lackOf(
                AnnotationSupport.findAnnotation(test, WithProcesses.class).orElseThrow());
    }
}
