// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.event.Signal.SIGTERM;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.WasReset;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.PERL)
class ProcessResetTest {

    private static final String TIMED_OUT = "{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":"
            + "\"RequestId: <id> Error: Task timed out after 1.00 seconds\"}";

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin(SimulatorOptions::virtualTime);

    @Test
    @Statement({"L-064", "L-065", "L-097", "R-148", "E-111"})
    void a_timeout_leaves_files_and_takes_the_process_and_its_memory() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy(function -> function.timeout(Duration.ofSeconds(1)));
        String first = puppetry.tell(
                "open my $f, '>', tmp() . '/kept' or die $!; print $f 'kept'; close $f;" + " $memory{counter}++; $$");

        String failure = timeOut("$memory{counter}++;");
        String second =
                puppetry.tell("join ' ', kill(0, " + first + "), slurp(tmp() . '/kept'), ++$memory{counter}, $$");

        assertThat(failure).isEqualTo(TIMED_OUT);
        assertThat(second).startsWith("0 kept 1 ").doesNotEndWith(" " + first);
        assertThat(puppetry.scene().await(Stopping.class).reason()).isEqualTo(ShutdownReason.TIMEOUT);
    }

    @Test
    @Statement({"L-104", "L-097"})
    void after_a_shutdown_what_was_in_tmp_is_gone() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();
        String before = puppetry.tell("mkdir tmp() . '/made' or die $!; -e tmp() . '/made' ? 'there' : 'gone'");

        puppetry.lambda().shutDown();
        puppetry.scene().await(Terminated.class);

        assertThat(before).isEqualTo("there");
        assertThat(puppetry.tell("-e tmp() . '/made' ? 'there' : 'gone'")).isEqualTo("gone");
        assertThat(puppetry.scene().await(Stopping.class).reason()).isEqualTo(ShutdownReason.SPINDOWN);
    }

    @Test
    @Statement({"L-101", "L-099"})
    void a_reset_proceeds_like_a_shutdown_and_the_exits_in_it_are_nobodys_fault() {
        puppetry.bootstrap(Puppetry.PUPPET)
                .extension("last", "my $id = register(name(), 'SHUTDOWN'); say_line(event($id)); exit 9;")
                .deploy(function -> function.timeout(Duration.ofSeconds(1)));

        String failure = timeOut("on(TERM => sub { say_line('TERM'); exit 7 });");

        List<Event> events = puppetry.lambda().journal().events(Event.class);
        assertThat(failure).isEqualTo(TIMED_OUT);
        assertThat(events)
                .containsSubsequence(
                        new Signalled(Participant.RUNTIME, 1, SIGTERM),
                        puppetry.scene()
                                .await(Exited.class, exit -> exit.participant().equals(Participant.RUNTIME)),
                        puppetry.scene().await(ToldToShutDown.class),
                        puppetry.scene()
                                .await(Exited.class, exit -> !exit.participant().equals(Participant.RUNTIME)),
                        new WasReset());
        assertThat(puppetry.lines().get(1)).isEqualTo("TERM");
        assertThat(puppetry.lines().get(2)).endsWith("\"shutdownReason\":\"timeout\"}");
        assertThat(puppetry.tell("'back'")).isEqualTo("back");
        assertThat(puppetry.lambda().log().text()).doesNotContain("Extension.Crash", "Runtime.ExitError");
    }

    /** Lets the puppet do that and go on for ever, until its second is over. */
    private String timeOut(String perl) {
        Invocation invocation = puppetry.invoke(perl + "say_line('at work'); rest_for(600)");
        puppetry.awaitLines("at work");
        puppetry.scene().advance(Duration.ofSeconds(1));
        puppetry.scene().await(WasReset.class);
        return invocation.await().payload().text().replace(invocation.requestId(), "<id>");
    }
}
