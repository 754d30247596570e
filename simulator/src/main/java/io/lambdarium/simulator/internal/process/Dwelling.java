// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Bootstrap.Program;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.internal.process.ground.Ground;
import io.lambdarium.simulator.internal.process.ground.Launch;
import java.util.Map;

/**
 * Where the real processes of one environment live.
 *
 * @param ground what carries them
 * @param outfit what they get to know of it
 * @param tidings what becomes of them
 */
record Dwelling(Ground ground, Outfit outfit, Tidings tidings) {

    /** One more inhabitant, still to be started. */
    Presence presence(Program program, Launched launched, Map<String, String> variables, Watch watch) {
        int number = tidings.admit(launched.participant(), launched.generation(), watch);
        Launch launch = new Launch(
                number,
                launched.generation(),
                outfit.command(launched.participant(), program),
                outfit.directory(program),
                outfit.variables(program, variables),
                isManaged(launched.participant(), program));
        return new ProgramPresence(ground, launch);
    }

    /**
     * Whether it is a managed runtime, which production gives a descriptor for framed logs, and no custom one. Source: lifecycle
     * §§4.1 and 5.3.
     */
    private static boolean isManaged(Participant participant, Program program) {
        return participant.equals(Participant.RUNTIME) && program.variables().containsKey("AWS_EXECUTION_ENV");
    }
}
