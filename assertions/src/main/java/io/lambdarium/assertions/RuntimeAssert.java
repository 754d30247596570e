// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.Participant;
import org.apiguardian.api.API;

/** Assertions about the runtime. Which of its lives they are about, {@link LifeAssert} says. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RuntimeAssert extends ParticipantAssert<RuntimeAssert> {

    RuntimeAssert(Journal journal, Consequence consequence) {
        super(journal, Participant.RUNTIME, RuntimeAssert.class, consequence);
    }
}
