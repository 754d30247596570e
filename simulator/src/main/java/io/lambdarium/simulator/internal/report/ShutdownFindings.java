// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import java.util.stream.Stream;

/** What an extension does wrong when it has to go. */
final class ShutdownFindings {

    private ShutdownFindings() {}

    static Stream<String> askedAgain(Generation generation) {
        return generation
                .all(AskedAgainAfterShutdown.class)
                .map(asked -> say(
                        "%s asked for another event after SHUTDOWN, which acknowledges nothing, and no event will come. "
                                + "Exit instead.",
                        who(asked.extension())));
    }

    static Stream<String> overran(Generation generation) {
        return generation
                .all(OverranShutdown.class)
                .filter(late -> late.told()
                        && generation
                                .all(AskedAgainAfterShutdown.class)
                                .noneMatch(asked -> asked.extension().equals(late.extension())))
                .map(late -> say(
                        "%s was told to shut down, had not exited at its deadline, and was killed. Exit before the "
                                + "deadline that comes with SHUTDOWN.",
                        who(late.extension())));
    }

    static Stream<String> neverTold(Generation generation) {
        return generation
                .all(OverranShutdown.class)
                .filter(late -> !late.told())
                .map(late -> say(
                        "%s was busy when the environment stopped and asked for no event any more, so it was not told to "
                                + "shut down, and was killed. Ask for the next event as soon as the work is done.",
                        who(late.extension())));
    }
}
