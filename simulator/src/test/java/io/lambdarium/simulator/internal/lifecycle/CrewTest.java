// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Participant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrewTest {

    private final Crew nobody = Crew.none(Identities.of(1));

    @Test
    void the_first_error_that_was_reported_wins() {
        Crew failing = nobody.failing(new Crew.Fatal("Extension.InitError", Optional.empty()))
                .failing(new Crew.Fatal("Runtime.Unknown", Optional.empty()));

        assertThat(failing.failure(Participant.RUNTIME, Exit.status(1)).errorType())
                .isEqualTo("Extension.InitError");
    }

    @Test
    void the_next_generation_knows_nothing_of_the_errors_of_the_last() {
        Crew failing = nobody.failing(new Crew.Fatal("Extension.InitError", Optional.empty()));

        assertThat(failing.launch(List.of())
                        .failure(Participant.RUNTIME, Exit.status(1))
                        .errorType())
                .isEqualTo("Runtime.ExitError");
    }

    @Test
    void nobody_is_identified_by_an_identifier_that_is_not_there_yet() {
        Crew launched = nobody.launch(List.of(ExtensionMember.launched(Participant.extension("probe"))));

        assertThat(launched.identified("")).isEmpty();
    }
}
