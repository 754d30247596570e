// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import java.util.stream.Stream;

/** What the system refuses a process: to begin, or to go on growing. */
final class LaunchFindings {

    private static final int LONGEST_REMARK = 400;

    private LaunchFindings() {}

    static Stream<String> notLaunched(Generation generation) {
        return generation
                .all(LaunchFailed.class)
                .map(failed -> say(
                        "%s could not be launched: %s. %s",
                        who(failed.participant()),
                        Untrusted.text(failed.failure().message(), 200),
                        failed.remark().isEmpty()
                                ? advice(failed.failure())
                                : Untrusted.text(failed.remark(), LONGEST_REMARK)));
    }

    /** By the words that the system has for it. Source: lifecycle §1.3. */
    private static String advice(Failure failure) {
        String message = failure.message();
        if (message.startsWith("chdir ")) {
            return "It is to begin in that directory: see that this is there, and that everyone may enter it.";
        }
        if (message.startsWith("mkdir ")) {
            return "Environments have their files there: make room, or name another directory by -Djava.io.tmpdir=….";
        }
        if (message.contains("valid bootstrap")) {
            return "Put an executable file called bootstrap into the root of the code, or of a layer.";
        }
        if (message.contains("no such file")) {
            return "See that the file is there and, if it is a script, that the interpreter in its first line is, too.";
        }
        if (message.contains("permission denied")) {
            return "Make the file executable for everyone: chmod a+rx. In a ZIP, the mode of its entry counts.";
        }
        if (message.contains("text file busy")) {
            return "Somebody has it open for writing. Close it before it is to start.";
        }
        return message.contains("exec format")
                ? "Build it for this machine's processor or, if it is a script, begin it with #! and the path of an "
                        + "interpreter."
                : "Mend that, and look whether it starts by hand.";
    }

    static Stream<String> outOfMemory(Generation generation) {
        return generation
                .all(RanOutOfMemory.class)
                .map(victim -> say(
                        "The processes of the environment used more memory than its function has, so %s was killed. Let them "
                                + "use less, or deploy with a larger memory(…).",
                        victim(victim)));
    }

    private static String victim(RanOutOfMemory killed) {
        String who = Sentence.lower(who(killed.participant()));
        return killed.child() ? "a process that " + who + " had started" : who;
    }

    /** Whether that is why it died: then its exit is no finding of its own. */
    static boolean isOutOfMemory(Generation generation, Participant who) {
        return generation
                .all(RanOutOfMemory.class)
                .anyMatch(victim -> !victim.child() && victim.participant().equals(who));
    }
}
