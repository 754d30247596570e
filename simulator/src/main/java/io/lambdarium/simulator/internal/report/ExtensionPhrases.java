// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Glossary.seconds;
import static io.lambdarium.simulator.internal.report.Phrase.on;

import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.ExitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/** What is said of an extension. */
final class ExtensionPhrases {

    private ExtensionPhrases() {}

    static Map<Class<? extends Event>, Phrase<?>> all() {
        return Map.ofEntries(
                on(Registered.class, (event, words) -> registered(event)),
                on(Ready.class, (event, words) -> "asked for its first event"),
                on(
                        InitErrorReported.class,
                        (event, words) -> "reported an init error: " + Untrusted.text(event.errorType())),
                on(
                        ExitErrorReported.class,
                        (event, words) -> "reported an exit error: " + Untrusted.text(event.errorType())),
                on(ToldToInvoke.class, (event, words) -> "told of " + words.request(event.requestId())),
                on(ToldToShutDown.class, (event, words) -> toldToShutDown(event.reason(), event.deadline(), words)),
                on(Acknowledged.class, (event, words) -> seconds(event.spare()) + " before its deadline"),
                on(
                        AskedAgainAfterShutdown.class,
                        (event, words) -> "asked for another event after SHUTDOWN, which acknowledges nothing"),
                on(
                        OverranShutdown.class,
                        (event, words) -> event.told()
                                ? "overran its deadline to exit"
                                : "was never told to shut down: it asked for no event before the time was over"));
    }

    static String toldToShutDown(ShutdownReason reason, Instant deadline, Glossary words) {
        return "told to shut down: " + reason + "; must exit by " + words.moment(deadline);
    }

    private static String registered(Registered event) {
        boolean internal = event.extension().role() == Participant.Role.INTERNAL_EXTENSION;
        String events = event.subscriptions().stream().sorted().map(Enum::name).collect(Collectors.joining(" and "));
        return "registered " + (internal ? "as an internal extension " : "") + "for "
                + (events.isEmpty() ? "no event" : events);
    }
}
