// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.quoted;
import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.when;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An environment from which nobody has called. */
final class SilenceFindings {

    /** What a body throws that could not even call. */
    private static final Pattern NOWHERE = Pattern.compile("Connect|UnknownHost|Unresolved|URI|URL");

    private SilenceFindings() {}

    static Stream<String> nobodyConnected(Generation generation) {
        return when(
                isStalled(generation),
                "Nobody has called the simulator, though it launched %s. Call the APIs at the address in the variable "
                        + "AWS_LAMBDA_RUNTIME_API, and %s.%s",
                generation
                        .all(Launched.class)
                        .map(launched -> launched.participant().equals(Participant.RUNTIME)
                                ? "the runtime"
                                : "extension " + quoted(launched.participant().name()))
                        .collect(Collectors.joining(" and ")),
                proxies(generation),
                LastWords.soFar(generation, Participant.RUNTIME));
    }

    static boolean isStalled(Generation generation) {
        return generation.stalledInInit()
                && generation.has(Launched.class)
                && nobodyCalled(generation)
                && generation.all(Launched.class).allMatch(launched -> generation.isAlive(launched.participant()));
    }

    private static boolean nobodyCalled(Generation generation) {
        return generation.calls().isEmpty() && !generation.has(Struck.class);
    }

    /** A sentence after another, about who has exited; empty if somebody has called, or an exception says what kept it. */
    static String before(Generation generation, Exit exit) {
        if (!nobodyCalled(generation)) {
            return "";
        }
        if (NOWHERE.matcher(exit.detail()).find()) {
            return " It called nobody here before: put addresses together from http://, the host and port in "
                    + "AWS_LAMBDA_RUNTIME_API, and a path that begins with one slash.";
        }
        return exit.detail().isEmpty()
                ? " Nobody had called the simulator before: call the APIs at the address in the variable "
                        + "AWS_LAMBDA_RUNTIME_API, and " + proxies(generation) + "."
                : "";
    }

    private static String proxies(Generation generation) {
        List<String> proxies = generation.place().proxies();
        if (proxies.isEmpty()) {
            return "see that no proxy setting diverts the calls";
        }
        boolean one = proxies.size() == 1;
        return say(
                "see that they are not diverted by %s, %s of the function: name the address in no_proxy, or take %s away",
                String.join(" and ", proxies), one ? "a variable" : "variables", one ? "it" : "them");
    }
}
