// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.event.Signal.SIGTERM;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Terminated;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.PERL)
class FrozenDescendantsTest {

    /** Starts a child that starts another, which writes the time for ever in the group that it is given. */
    private static final String GRANDCHILD = "fork // die or fork // die or do { %s; tick() } or exit; pass(%d)";

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement("L-087")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.FREEZE)
    void a_grandchild_in_the_group_of_the_runtime_is_frozen_with_it() throws Exception {
        assertFrozen("1");
    }

    @Test
    @Statement("L-087")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.PROCESS_IDS)
    void a_grandchild_in_a_session_of_its_own_is_frozen_with_the_runtime() throws Exception {
        assertFrozen("require POSIX; POSIX::setsid()");
    }

    private void assertFrozen(String joining) throws Exception {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        awaitTicksDuring(gate -> GRANDCHILD.formatted(joining, gate.port()));
        puppetry.scene().await(Frozen.class);
        RealTime.passes(Duration.ofMillis(300));
        awaitTicksDuring(gate -> "pass(" + gate.port() + ")");

        Span frozen = Span.between(puppetry.scene(), Frozen.class, Thawed.class);
        Ticks ticks = Ticks.of(String.join(" ", puppetry.lines()));
        assertThat(ticks.times().get(0)).isBefore(frozen.begin());
        assertThat(ticks.within(frozen)).isEmpty();
        assertThat(ticks.after(frozen)).isNotEmpty();
    }

    /** Lets the puppet do that until there are more ticks. */
    private void awaitTicksDuring(Function<Gate, String> perl) throws IOException {
        int before = puppetry.scene().count(Wrote.class);
        try (Gate gate = Gate.shut()) {
            puppetry.invoke(perl.apply(gate));
            puppetry.scene().await(Wrote.class, any -> true, before + 20);
        }
    }

    @Test
    @Statement("L-086")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.FREEZE)
    void whoever_is_frozen_is_thawed_before_it_is_told_to_go() {
        puppetry.bootstrap("on(TERM => sub { say_line('asked to go'); exit 0 }); serve();")
                .extension("last", "say_line(event(register(name(), 'SHUTDOWN')) =~ /spindown/ ? 'told' : 'not told');")
                .deploy()
                .tell("1");
        puppetry.scene().await(Frozen.class);

        puppetry.lambda().shutDown();

        puppetry.scene().await(Terminated.class);
        List<Event> events = puppetry.lambda().journal().events(Event.class);
        Signalled asked = new Signalled(Participant.RUNTIME, 1, SIGTERM);
        ToldToShutDown told = puppetry.scene().await(ToldToShutDown.class);
        assertThat(events).containsSubsequence(new Frozen(), new Thawed(), asked, told);
        assertThat(puppetry.lines()).containsExactly("asked to go", "told");
    }
}
