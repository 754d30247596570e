// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    /** E-013, E-014, E-016. */
    @Test
    void the_first_bad_event_is_named_and_nothing_is_registered() {
        Life life = Life.with("probe").registersFor("probe", "INVOKE", "BOGUS", "WORSE");
        assertThat(life.answer()).isEqualTo(Refusals.invalidEvent("BOGUS"));
        assertThat(life.registersFor("probe", "invoke").answer()).isEqualTo(Refusals.invalidEvent("invoke"));

        life.registers("probe");

        assertThat(life.answer()).isInstanceOf(Answer.Registered.class);
    }

    /** E-024. */
    @Test
    void events_are_checked_before_the_state() {
        Life life = Life.with("probe").registers("probe").registersFor("probe", "BOGUS");

        assertThat(life.answer()).isEqualTo(Refusals.invalidEvent("BOGUS"));
    }

    /** E-023. */
    @Test
    void a_second_registration_is_told_the_state_of_the_first() {
        Life life = Life.invoking("probe").registers("probe");

        assertThat(life.answer()).isEqualTo(Refusals.extension(ExtensionState.RUNNING, "Registered", "probe"));
    }

    /** E-026, E-027, E-028, L-016. */
    @Test
    void an_internal_extension_can_only_have_invoke() {
        Life life = Life.with();

        assertThat(life.registersFor("in", "INVOKE", "SHUTDOWN").answer()).isEqualTo(Refusals.shutdownForInternal());
        assertThat(life.registersFor("in", "BOGUS").answer()).isEqualTo(Refusals.invalidEvent("BOGUS"));
        assertThat(life.registersFor("in", "INVOKE").answer()).isInstanceOf(Answer.Registered.class);
    }

    /** L-011, E-029. */
    @Test
    void an_internal_name_is_taken_once() {
        Life life = Life.with().registersFor("in").registersFor("in");

        assertThat(life.answer()).isEqualTo(Refusals.nameTaken());
    }

    /** E-031. */
    @Test
    void a_bad_event_is_named_even_when_registration_is_closed() {
        Life life = Life.idle().registersFor("in", "SHUTDOWN");

        assertThat(life.answer()).isEqualTo(Refusals.shutdownForInternal());
        assertThat(life.registersFor("in").answer()).isEqualTo(Refusals.registrationClosed());
    }

    /** E-010. */
    @Test
    void an_extension_may_subscribe_to_nothing() {
        Life life = Life.with("probe").registersFor("probe");

        assertThat(life.extension("probe").subscriptions()).isEmpty();
        assertThat(life.in()).isEqualTo(Starting.class);
    }

    /** L-019, E-018. */
    @Test
    void the_account_is_told_to_who_asks_for_it() {
        Life life = Life.with("probe");

        life.meets(new Call.Register(life.call(), "probe", List.of(), true));

        assertThat(((Answer.Registered) life.answer()).accountId()).isEqualTo("123456789012");
    }

    /** E-049, E-071. */
    @Test
    void an_unknown_identifier_is_refused_in_two_wordings() {
        Life life = Life.with("probe").asks("probe");

        assertThat(life.answer()).isEqualTo(Refusals.unknownExtension(""));
        assertThat(life.reportsInitError("probe").answer()).isEqualTo(Refusals.unknownReporter());
    }
}
