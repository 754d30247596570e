// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegistered;
import static io.lambdarium.simulator.statements.ExtensionReplies.assertRegisteredWithAccount;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.Subscription;
import io.lambdarium.simulator.wire.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationAnswerTest {

    private static final String EVENTS = "{\"events\":[\"INVOKE\",\"SHUTDOWN\"]}";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime().deploy("probe").initialize();

    private final ExtensionPeer probe = scene.extension("probe");

    @Test
    @Statement("E-017")
    void an_extension_learns_its_identifier_and_about_its_function() {
        Reply reply = probe.registerWith(EVENTS);

        assertRegistered(reply);
        assertThat(ExtensionPeer.identifier(reply))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        Registered registered = scene.await(Registered.class);
        assertThat(registered.extension()).isEqualTo(Participant.extension("probe"));
        assertThat(registered.identifier()).isEqualTo(ExtensionPeer.identifier(reply));
        assertThat(registered.subscriptions()).containsOnly(Subscription.INVOKE, Subscription.SHUTDOWN);
    }

    @Test
    @Statement({"E-018", "L-019"})
    void whoever_asks_for_the_account_learns_it_first() {
        assertRegisteredWithAccount(probe.registerWith(EVENTS, "Lambda-Extension-Accept-Feature: accountId"));
    }

    @Test
    @Statement("L-019")
    void whoever_does_not_ask_for_the_account_does_not_learn_it() {
        assertRegistered(probe.registerWith(EVENTS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo, accountId", "accountId,foo", " foo ,accountId , bar"})
    @Statement("E-019")
    void features_are_separated_by_commas(String features) {
        assertRegisteredWithAccount(probe.registerWith(EVENTS, "Lambda-Extension-Accept-Feature: " + features));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accountid", "ACCOUNTID", "foo", "accountIds", "foo accountId", ""})
    @Statement("E-019")
    void features_are_case_sensitive_and_unknown_ones_bring_nothing(String features) {
        assertRegistered(probe.registerWith(EVENTS, "Lambda-Extension-Accept-Feature: " + features));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml; charset=utf-16", "nonsense"})
    @Statement("E-021")
    void the_content_type_does_not_matter(String type) {
        assertRegistered(probe.registerWith(EVENTS, "Content-Type: " + type));
    }
}
