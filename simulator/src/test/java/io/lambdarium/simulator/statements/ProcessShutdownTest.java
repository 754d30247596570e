// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.event.Signal.SIGKILL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.PERL, capabilities = Capability.EXIT_SIGNALS)
class ProcessShutdownTest {

    /** Says that it was asked to go, and stays. */
    private static final String DEAF = "on(TERM => sub { say_line(name() . ' asked') }); ";

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin(SimulatorOptions::virtualTime);

    @Test
    @Statement({"L-090", "E-120"})
    void without_extensions_the_runtime_is_killed_and_not_asked_before() {
        puppetry.bootstrap(DEAF + "serve();").deploy().tell("1");

        puppetry.lambda().shutDown();
        puppetry.scene().await(Terminated.class);

        assertThat(puppetry.lines()).isEmpty();
        assertThat(exit("runtime")).isEqualTo(Exit.by(SIGKILL));
    }

    @Test
    @Statement({"L-091", "E-121", "E-124"})
    void with_an_internal_extension_the_runtime_is_asked_and_killed_500_ms_later() {
        puppetry.bootstrap(DEAF + "my $id = register('inside'); fork // die or event($id) or exit; serve();")
                .deploy()
                .tell("1");

        puppetry.lambda().shutDown();
        puppetry.awaitLines("bootstrap asked", "bootstrap asked");
        puppetry.scene().advance(Duration.ofMillis(499));
        int exitsBefore = puppetry.scene().count(Exited.class);
        puppetry.scene().advance(Duration.ofMillis(1));

        puppetry.scene().await(Terminated.class);
        assertThat(exitsBefore).isZero();
        assertThat(exit("runtime")).isEqualTo(Exit.by(SIGKILL));
        assertThat(puppetry.scene().count(ToldToShutDown.class)).isZero();
    }

    @Test
    @Statement({"L-092", "L-095", "L-096", "L-102", "E-123", "E-127", "E-128", "E-129", "E-134"})
    void who_does_not_go_is_killed_the_runtime_after_300_ms_and_an_extension_at_its_deadline() {
        String told = DEAF + "my $e = event(register(name(), 'SHUTDOWN')); say_line(name(), 'told'); ";
        puppetry.bootstrap(DEAF + "serve();")
                .extension("good", told)
                .extension("lazy", told + "rest_for(600);")
                .extension(
                        "mute",
                        DEAF + "my $id = register(name(), 'INVOKE'); event($id); event($id); say_line('mute told');")
                .deploy()
                .tell("1");

        puppetry.lambda().shutDown();
        puppetry.awaitLines("bootstrap asked");
        puppetry.scene().advance(Duration.ofMillis(299));
        int toldBefore = puppetry.scene().count(ToldToShutDown.class);
        puppetry.scene().advance(Duration.ofMillis(1));
        puppetry.awaitLines("bootstrap asked", "good told", "lazy told");
        puppetry.scene().await(Exited.class, any -> true, 3);
        puppetry.scene().advance(Duration.ofMillis(1699));
        int exitsBefore = puppetry.scene().count(Exited.class);
        puppetry.scene().advance(Duration.ofMillis(1));

        puppetry.scene().await(Terminated.class);
        assertThat(List.of(toldBefore, exitsBefore)).containsExactly(0, 3);
        assertThat(exit("good")).isEqualTo(Exit.status(0));
        assertThat(List.of(exit("runtime"), exit("lazy"), exit("mute"))).containsOnly(Exit.by(SIGKILL));
        assertThat(puppetry.lines()).hasSize(3);
    }

    @Test
    @Statement({"L-093", "L-094", "L-099", "E-130"})
    void a_runtime_that_goes_at_once_leaves_its_time_to_the_extensions_and_nobody_has_crashed() {
        puppetry.bootstrap("on(TERM => sub { exit 3 }); serve();")
                .extension("good", "say_line(event(register(name(), 'SHUTDOWN'))); exit 1;")
                .deploy()
                .tell("1");

        puppetry.lambda().shutDown();
        puppetry.scene().await(Terminated.class);

        long deadline = puppetry.scene()
                .when(ToldToShutDown.class)
                .get(0)
                .plusMillis(2000)
                .toEpochMilli();
        assertThat(puppetry.lines())
                .containsExactly(
                        "{\"eventType\":\"SHUTDOWN\",\"deadlineMs\":" + deadline + ",\"shutdownReason\":\"spindown\"}");
        assertThat(exit("runtime")).isEqualTo(Exit.status(3));
        assertThat(puppetry.scene().count(Broke.class)).isZero();
    }

    /** The extension waits for the end of the child, which has a pipe open. */
    @Test
    @Statement("L-100")
    void a_child_in_the_group_of_the_runtime_is_sent_its_signals_too() {
        String child = "say_line('child'); open my $life, '>', tmp() . '/life'; rest_for(600)";
        puppetry.bootstrap(DEAF + "if (fork // die) { serve() } else { " + child + " }")
                .extension("last", """
                        require POSIX;
                        POSIX::mkfifo(tmp() . '/life', 0700) or die $!;
                        my $id = register(name(), 'SHUTDOWN');
                        open my $life, '<', tmp() . '/life';
                        event($id);
                        say_line('child gone') unless sysread $life, my $nothing, 1;
                        """)
                .deploy()
                .tell("1");

        puppetry.lambda().shutDown();
        puppetry.awaitLines("child", "bootstrap asked", "bootstrap asked");
        puppetry.scene().advance(Duration.ofMillis(300));

        puppetry.awaitLines("child", "bootstrap asked", "bootstrap asked", "child gone");
    }

    private Exit exit(String participant) {
        return puppetry.scene()
                .await(Exited.class, exited -> exited.participant().name().equals(participant))
                .exit();
    }
}
