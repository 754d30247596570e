// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.Bootstrap.process;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.FunctionLog.Line;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.Logging.Level;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.PERL)
class ProcessLogTest {

    /** Writes a frame of a managed runtime's log: its type, its length, perhaps a time, its text. */
    private static final String FRAMES = """
            open my $log, '>&=', $ENV{_LAMBDA_TELEMETRY_LOG_FD} or die "log: $!";
            sub frame { my $text = pop; syswrite $log, pack('N N', shift, length $text) . join '', @_, $text }
            """;

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    /** What the function and its extensions wrote, event by event. */
    private static List<String> output(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.writer().isPresent())
                .map(Line::text)
                .toList();
    }

    private Invocation completed(String perl) {
        Invocation invocation = puppetry.invoke(perl);
        invocation.awaitReport();
        return invocation;
    }

    /** On the plain level each stream has a reader of its own, and nobody knows which of two lines was written first. */
    @Test
    @Statement("L-130")
    @WithProcesses(
            tools = Tool.PERL,
            levels = {Isolation.GROUPS, Isolation.NAMESPACES})
    void a_cold_invocation_is_logged_from_its_init_to_its_report() {
        puppetry.extension("idle", "my $id = register(name(), 'INVOKE'); event($id) while 1;")
                .bootstrap("say_line('starting'); " + Puppetry.PUPPET)
                .deploy(f -> f.variable("LANG", "C")); // whose messages every Perl has

        completed("say_line('serving'); print STDERR 'at ', 'once', qq(\\n); 1");

        assertThat(puppetry.lambda().log().lines())
                .map(line -> line.text().replaceFirst("[ \t].*", ""))
                .containsExactly("INIT_START", "starting", "EXTENSION", "START", "serving", "at", "END", "REPORT");
    }

    @Test
    @Statement("L-136")
    void lines_that_name_a_level_are_filtered_and_plain_text_counts_as_info() {
        String lines = "say_line(q({\"level\":\"debug\",\"timestamp\":\"2026-08-09T10:00:00Z\"})); say_line('plain')";
        puppetry.bootstrap(Puppetry.PUPPET).deploy(f -> f.logging(Logging.json()));
        Invocation atInfo = completed(lines);
        puppetry.deploy(f -> f.logging(Logging.json().application(Level.WARN)));
        Invocation atWarn = completed(lines);

        assertThat(output(atInfo.log().lines())).containsExactly("plain");
        assertThat(output(atWarn.log().lines())).isEmpty();
    }

    @Test
    @Statement("L-140")
    @WithProcesses(
            tools = Tool.PERL,
            levels = {Isolation.GROUPS, Isolation.NAMESPACES})
    void a_frame_is_one_event_and_the_same_text_on_stdout_is_two() {
        managed();

        Invocation framed = completed("frame(0xa55a0003, pack('Q>', time * 1e6), qq(one\\ntwo)); 1");
        Invocation printed = completed("say_line(qq(one\\ntwo)); 1");

        assertThat(output(framed.log().lines())).containsExactly("one\ntwo");
        assertThat(output(printed.log().lines())).containsExactly("one", "two");
    }

    @Test
    @Statement("L-141")
    @WithProcesses(
            tools = Tool.PERL,
            levels = {Isolation.GROUPS, Isolation.NAMESPACES})
    void a_frame_with_a_time_has_a_header_of_16_bytes_and_one_without_has_8() {
        managed();

        Invocation invocation = completed("frame(0xa55a0003, pack('Q>', 1), 'long'); frame(0xa55a0001, 'short'); 1");

        assertThat(output(invocation.log().lines())).containsExactly("long", "short");
    }

    /** Only managed runtimes have a descriptor for framed logs. */
    private void managed() {
        puppetry.bootstrap(FRAMES + Puppetry.PUPPET)
                .deploy(f -> f.runtime(process("/var/task/bootstrap").env("AWS_EXECUTION_ENV", "AWS_Lambda_perl")));
    }
}
