// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Bootstrap.Program;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.internal.process.ground.Ground;
import io.lambdarium.simulator.internal.process.ground.Launch;
import io.lambdarium.simulator.internal.process.ground.Launch.Command;
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
        boolean managed = isManaged(launched.participant(), program);
        Map<String, String> all = outfit.variables(program, variables);
        Command command = outfit.command(launched.participant(), program);
        int number = tidings.admit(launched, watch, outfit.ailment(program, command));
        Launch launch = new Launch(
                number,
                launched.generation(),
                managed ? Wrapper.around(command, all) : command,
                outfit.directory(program),
                all,
                managed);
        return new ProgramPresence(ground, launch);
    }

    /**
     * Whether it is a managed runtime and no custom one: production gives it a descriptor for framed logs, and heeds its
     * function's wrapper. Source: lifecycle §§1.4, 4.1 and 5.3.
     */
    private static boolean isManaged(Participant participant, Program program) {
        return participant.equals(Participant.RUNTIME) && program.variables().containsKey("AWS_EXECUTION_ENV");
    }
}
