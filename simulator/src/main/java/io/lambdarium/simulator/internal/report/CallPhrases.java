// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Phrase.on;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.Answer.InvokeEvent;
import io.lambdarium.simulator.event.Answer.MethodNotAllowed;
import io.lambdarium.simulator.event.Answer.NextInvocation;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.event.Answer.ShutdownEvent;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.event.CallEvent.Delivered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import java.util.Map;

/** What is said of a call, and of a fault that struck it. */
final class CallPhrases {

    private CallPhrases() {}

    static Map<Class<? extends Event>, Phrase<?>> all() {
        return Map.ofEntries(
                on(Received.class, (event, words) -> words.called(event)),
                on(Parked.class, (event, words) -> "parked"),
                on(Answered.class, (event, words) -> answered(event.answer(), words)),
                on(Abandoned.class, (event, words) -> "closed without an answer"),
                on(Delivered.class, (event, words) -> "answer delivered"),
                on(CallerGone.class, (event, words) -> "the caller hung up"),
                on(
                        Struck.class,
                        (event, words) -> words.called(event.endpoint(), "") + ": " + Untrusted.text(event.fault())));
    }

    private static String answered(Answer answer, Glossary words) {
        if (answer instanceof NextInvocation next) {
            return "given " + words.request(next.request().requestId()) + "; must answer by "
                    + words.moment(next.deadline());
        }
        if (answer instanceof InvokeEvent event) {
            return "told of " + words.request(event.request().requestId());
        }
        if (answer instanceof ShutdownEvent event) {
            return ExtensionPhrases.toldToShutDown(event.reason(), event.deadline(), words);
        }
        if (answer instanceof Refused refused) {
            return "refused: " + refused.status() + " " + Untrusted.text(refused.errorType()) + ", "
                    + Untrusted.text(refused.errorMessage(), 160);
        }
        return plain(answer);
    }

    private static String plain(Answer answer) {
        if (answer instanceof Answer.NotFound) {
            return "refused: 404, no such path";
        }
        if (answer instanceof MethodNotAllowed wrong) {
            return "refused: 405, allowed is " + Untrusted.text(wrong.allow());
        }
        if (answer instanceof Answer.Registered) {
            return "registered";
        }
        return answer instanceof Answer.Pong ? "answered pong" : "accepted";
    }
}
