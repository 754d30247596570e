// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.RuntimeInitialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Started;
import io.lambdarium.simulator.event.ProcessEvent.Wrote;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.PERL, capabilities = Capability.FREEZE)
class FreezeTest {

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement("L-080")
    void a_runtime_stands_still_while_its_environment_is_idle_and_goes_on_with_the_next_invocation() throws Exception {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        puppetry.tell("$SIG{ALRM} = sub { push @{$memory{ticks}}, time }; Time::HiRes::setitimer(0, 0.01, 0.01)");
        puppetry.scene().await(Frozen.class);
        RealTime.passes(Duration.ofSeconds(1));
        Ticks ticks = Ticks.of(puppetry.tell("rest_for(0.1); join ' ', @{$memory{ticks}}"));

        Span frozen = Span.between(puppetry.scene(), Frozen.class, Thawed.class);
        assertThat(frozen.length()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(ticks.within(frozen)).isEmpty();
        assertThat(ticks.after(frozen)).isNotEmpty();
    }

    @Test
    @Statement("L-083")
    void time_passes_for_the_frozen_and_their_overdue_timers_fire_right_after_the_thaw() throws Exception {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        Instant first = Ticks.time(puppetry.tell("""
                on(ALRM => sub { $memory{fired} = time });
                Time::HiRes::setitimer(0, 1);
                time"""));
        puppetry.scene().await(Frozen.class);
        RealTime.passes(Duration.ofMillis(1200));
        Ticks timer = Ticks.of(puppetry.tell("my $now = time; \"$memory{fired} $now\""));

        Span frozen = Span.between(puppetry.scene(), Frozen.class, Thawed.class);
        Instant second = timer.times().get(1);
        assertThat(Duration.between(first, second)).isGreaterThan(frozen.length());
        assertThat(timer.times().get(0)).isBetween(frozen.end(), second);
    }

    @Test
    @Statement("L-081")
    void nothing_is_frozen_while_an_extension_is_busy() throws Exception {
        try (Gate gate = Gate.shut()) {
            puppetry.bootstrap(Puppetry.PUPPET)
                    .extension(
                            "slow",
                            "my $id = register(name(), 'INVOKE'); for (;;) { event($id); pass(%d) }"
                                    .formatted(gate.port()))
                    .deploy();

            puppetry.invoke("$SIG{ALRM} = sub { say_line('tick') }; Time::HiRes::setitimer(0, 0.01, 0.01)");
            puppetry.scene().await(RuntimeDone.class);
            int before = puppetry.lines().size();
            puppetry.scene().await(Wrote.class, wrote -> wrote.text().equals("tick"), before + 10);
            int frozenWhileBusy = puppetry.scene().count(Frozen.class);
            gate.open();

            assertThat(frozenWhileBusy).isZero();
            puppetry.scene().await(Frozen.class);
        }
    }

    @Test
    @Statement("L-082")
    void an_extension_that_waits_for_other_events_does_not_keep_anybody_from_being_frozen() {
        puppetry.bootstrap(Puppetry.PUPPET)
                .extension("last", "event(register(name(), 'SHUTDOWN'));")
                .extension("mute", "event(register(name()));")
                .deploy();

        puppetry.tell("1");

        puppetry.scene().await(Frozen.class);
        assertThat(puppetry.scene().count(Frozen.class)).isEqualTo(1);
    }

    /** Half of L-089: there is no provisioned concurrency yet. */
    @Test
    void an_environment_that_is_initialized_ahead_of_requests_is_frozen_right_after_its_init() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        puppetry.lambda().initialize(1);

        puppetry.scene().await(Idled.class);
        assertThat(puppetry.lambda().journal().events(EnvironmentEvent.class))
                .containsSubsequence(new RuntimeInitialized(), new CameToRest(true), new Frozen(), new Idled());
        assertThat(puppetry.scene().count(Requested.class)).isZero();
    }

    @Test
    @Statement("L-085")
    void a_freeze_never_outlasts_the_delivery_of_an_event_however_close_it_is() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        for (int i = 0; i < 100; i++) {
            Invocation invocation = puppetry.invoke("1");
            assertThat(invocation.await().payload().text()).isEqualTo("\"1\"");
        }

        List<Entry> entries = puppetry.lambda().journal().entries();
        assertThat(entries).extracting(Entry::event).contains(new Frozen());
        assertThat(entries.stream().filter(entry -> entry.event() instanceof Started))
                .allSatisfy(started -> assertThat(frozenAt(started, entries)).isFalse());
    }

    private static boolean frozenAt(Entry moment, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.sequence() < moment.sequence())
                .filter(entry -> entry.environment().equals(moment.environment()))
                .map(Entry::event)
                .filter(event -> event instanceof Frozen || event instanceof Thawed)
                .reduce((earlier, later) -> later)
                .filter(Frozen.class::isInstance)
                .isPresent();
    }
}
