// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.EventConditions.environmentReset;
import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.event.InvocationEvent.Status;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoftAssertionsExtension.class)
class SoftLambdaAssertionsTest {

    private final Diary diary = new Diary();
    private final Plea plea = Plea.in(diary);

    @InjectSoftAssertions
    private SoftLambdaAssertions injected;

    @Test
    void all_that_failed_is_collected_with_its_story() {
        SoftLambdaAssertions softly = new SoftLambdaAssertions();
        diary.write(plea.requested(), plea.responded(), plea.completed(Status.SUCCESS, ""));

        softly.assertThat(plea).fails().succeeds().onAWarmStart();
        softly.assertThat(plea).payload().isEmpty();
        softly.assertThat(plea).reports().duration().isEqualTo(Duration.ZERO);
        softly.assertThat(diary).contained(environmentReset());
        softly.assertThat(1 + 1).isEqualTo(3);

        List<String> messages =
                softly.errorsCollected().stream().map(Throwable::getMessage).toList();
        assertThat(messages).hasSize(6);
        assertThat(messages.get(0))
                .startsWith("Expected invocation 7f3c of function \"slow\" to fail, but it succeeded with")
                .contains("→ +0.000  invocation  7f3c answered");
    }

    @Test
    void the_extension_of_assertj_can_inject_them(SoftLambdaAssertions parameter) {
        diary.write(plea.requested(), plea.responded());

        injected.assertThat(plea).succeeds();
        parameter.assertThat(plea).succeeds();

        assertThat(injected.wasSuccess()).isTrue();
    }

    @Test
    void a_block_of_them_fails_in_the_end() {
        diary.write(plea.requested(), plea.responded());

        Failing.message(() -> SoftLambdaAssertions.assertSoftly(softly -> {
                    softly.assertThat(plea).timesOut();
                    softly.assertThat(plea).fails();
                }))
                .contains("to time out, but", "to fail, but");
    }
}
