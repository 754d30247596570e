// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.event.EnvironmentEvent.MemoryUsed;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@WithProcesses(tools = Tool.PERL)
class LimitsTest {

    private static final Pattern MOST_USED = Pattern.compile("Max Memory Used: (\\d+) MB");

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement("L-122")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.REAL_PATHS)
    void processes_run_as_user_993_and_group_990() {
        puppetry.bootstrap(Puppetry.PUPPET)
                .extension("who", "say_line($<, $>, $( + 0, $) + 0); event(register(name()));")
                .deploy();

        assertThat(puppetry.tell("join ' ', $<, $>, $( + 0, $) + 0")).isEqualTo("993 993 990 990");
        assertThat(puppetry.lines()).containsExactly("993 993 990 990");
    }

    @Test
    @Statement("L-123")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.LIMITS)
    void a_process_may_have_1024_files_open_and_no_more() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        String limit = puppetry.tell("slurp('/proc/self/limits') =~ /Max open files +(\\d+ +\\d+)/ ? $1 : ''");
        String opened = puppetry.tell("""
                my @files;
                while (open my $file, '<', '/dev/null') { push @files, $file }
                join ' ', $!{EMFILE} ? 'EMFILE' : $!, fileno $files[-1]""");

        assertThat(limit).matches("1024 +1024");
        assertThat(opened).isEqualTo("EMFILE 1023");
    }

    @Test
    @Statement("L-124")
    @WithProcesses(
            tools = {Tool.PERL, Tool.PYTHON},
            capabilities = {Capability.LIMITS, Capability.PROCESS_IDS})
    @DisabledIfSystemProperty(
            named = "user.name",
            matches = "root",
            disabledReason = "Linux does not limit how many processes root has")
    void all_processes_together_may_have_742_threads() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();
        String threads = """
                import threading
                started = 0
                try:
                    while True:
                        threading.Thread(target=threading.Event().wait, daemon=True).start()
                        started += 1
                except RuntimeError:
                    print(started)
                """;

        String limit = puppetry.tell("slurp('/proc/self/limits') =~ /Max processes +(\\d+ +\\d+)/ ? $1 : ''");
        puppetry.tell("my $python = <<'END';\n" + threads + "END\nsystem '" + Tool.PYTHON.path() + "', '-c', $python");

        assertThat(limit).matches("742 +742");
        assertThat(puppetry.lines())
                .singleElement()
                .satisfies(started -> assertThat(Integer.parseInt(started)).isBetween(700, 741));
    }

    @Test
    @Statement({"L-126", "L-097"})
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.MEMORY)
    void whoever_uses_more_memory_than_there_is_is_killed() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        String failure = puppetry.failure("my $much = 'x' x 200_000_000; rest_for(60)");

        assertThat(failure)
                .isEqualTo("{\"errorType\":\"Runtime.OutOfMemory\",\"errorMessage\":"
                        + "\"RequestId: <id> Error: Runtime exited with error: signal: killed\"}");
        assertThat(mostUsed())
                .singleElement()
                .satisfies(most -> assertThat(most).isGreaterThanOrEqualTo(128));
        assertThat(puppetry.scene().await(Stopping.class).reason()).isEqualTo(ShutdownReason.FAILURE);
    }

    @Test
    @Statement("L-127")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.MEMORY)
    void the_most_memory_used_is_that_of_the_whole_environment_so_far() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        puppetry.tell("1");
        puppetry.tell("my $size = 60_000_000; my $much = 'x' x $size; undef $much; 1");
        puppetry.tell("1");

        assertThat(mostUsed())
                .hasSize(3)
                .isSorted()
                .element(2)
                .satisfies(most -> assertThat(most).isGreaterThanOrEqualTo(60));
        assertThat(puppetry.lambda().journal().events(MemoryUsed.class))
                .extracting(MemoryUsed::bytes)
                .isSorted();
    }

    private List<Integer> mostUsed() {
        return MOST_USED
                .matcher(puppetry.lambda().log().text())
                .results()
                .map(MatchResult::group)
                .map(text -> Integer.valueOf(text.replaceAll("\\D", "")))
                .toList();
    }
}
