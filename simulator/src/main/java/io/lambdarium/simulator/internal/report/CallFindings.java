// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.internal.report.Sentence.path;
import static io.lambdarium.simulator.internal.report.Sentence.quoted;
import static io.lambdarium.simulator.internal.report.Sentence.say;
import static io.lambdarium.simulator.internal.report.Sentence.who;

import io.lambdarium.simulator.Fault;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer.MethodNotAllowed;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes wrong with a call, whoever makes it. */
final class CallFindings {

    private static final String DROP = Fault.drop().toString();
    private static final String DROP_MID_ANSWER = Fault.dropMidAnswer().toString();

    private CallFindings() {}

    static Stream<String> struckAndNotRepeated(Generation generation) {
        Generation before = generation.beforeTheEnd();
        Map<Endpoint, HttpCall> latest = latest(before);
        return before.when(Struck.class)
                .filter(struck -> generation.isJudged()
                        && hasToBeRepeated((Struck) struck.event())
                        && !isRepeated(struck, latest))
                .map(struck -> (Struck) struck.event())
                .map(struck -> say(
                        "The fault \"%s\" struck a call to %s, and its caller did not make it again. Retry a call that "
                                + "failed, or order no fault there.",
                        Untrusted.text(struck.fault()), path(struck.endpoint())));
    }

    /** Whoever asks for an event needs the answer, too. */
    private static boolean hasToBeRepeated(Struck struck) {
        boolean asks = struck.endpoint() == Endpoint.RUNTIME_NEXT || struck.endpoint() == Endpoint.EXTENSION_NEXT;
        return keepsFromLambda(struck) || (asks && struck.fault().equals(DROP_MID_ANSWER));
    }

    /** A call that is only delayed or held arrives in the end, and one whose answer breaks off has arrived. */
    static boolean keepsFromLambda(Struck struck) {
        return struck.fault().startsWith("respond") || struck.fault().equals(DROP);
    }

    /** The calls that Lambda got, and whose callers did not get its answer. */
    static Set<CallId> brokenOff(Generation generation) {
        return generation
                .all(Struck.class)
                .filter(struck -> struck.fault().equals(DROP_MID_ANSWER))
                .map(Struck::call)
                .collect(Collectors.toSet());
    }

    private static Map<Endpoint, HttpCall> latest(Generation generation) {
        return generation.calls().stream()
                .collect(Collectors.toMap(HttpCall::endpoint, Function.identity(), (earlier, later) -> later));
    }

    private static boolean isRepeated(Entry struck, Map<Endpoint, HttpCall> latest) {
        Struck fault = (Struck) struck.event();
        HttpCall call = latest.get(fault.endpoint());
        return call != null
                && call.sequence() > struck.sequence()
                && !call.received().call().equals(fault.call());
    }

    static Stream<String> struckAndStillHeld(Generation generation) {
        Set<CallId> heard =
                generation.calls().stream().map(call -> call.received().call()).collect(Collectors.toSet());
        return generation
                .all(Struck.class)
                .filter(struck -> generation.isJudged() && struck.fault().startsWith("hold"))
                .filter(struck -> !heard.contains(struck.call()))
                .map(struck -> say(
                        "A call to %s is still held by a fault, for its gate has not opened. Open the gate.",
                        path(struck.endpoint())));
    }

    static Stream<String> toAnUnknownPath(Generation generation) {
        return generation
                .calls(Endpoint.UNKNOWN)
                .map(call -> call.received().subject())
                .distinct() // some ask thousands of times
                .map(called -> called.isEmpty()
                        ? "Somebody called a path that Lambda does not have. Put it together from http://, the host and "
                                + "port in AWS_LAMBDA_RUNTIME_API, and a path that begins with one slash."
                        : say(
                                "Somebody called %s, a path that Lambda does not have. The nearest is %s: compare version, "
                                        + "slashes and spelling.",
                                quoted(called), path(NearestEndpoint.of(called))));
    }

    static Stream<String> withAnotherMethod(Generation generation) {
        return generation.calls().stream()
                .filter(call ->
                        call.answer().filter(MethodNotAllowed.class::isInstance).isPresent())
                .map(call -> say(
                        "Somebody called %s with the wrong method. Use %s.",
                        quoted(call.received().subject()), path(call.endpoint())));
    }

    /** The end of a process breaks its connections, too; only who lives on has hung up. */
    static Stream<String> hungUpWhileWaiting(Generation generation) {
        Generation before = generation.beforeTheEnd();
        return before.calls().stream()
                .filter(call -> call.wasParked() && call.left().isPresent() && before.isAlive(call.caller()))
                .map(call -> say(
                        "%s hung up %s after it had asked for an event, before there was one. An event may be long in "
                                + "coming: switch off the read timeout of the HTTP client for %s.",
                        who(call.caller()), waited(call), path(call.endpoint())));
    }

    private static String waited(HttpCall call) {
        return call.left()
                .map(Entry::at)
                .map(left -> Duration.between(call.entries().get(0).at(), left))
                .map(Glossary::seconds)
                .orElse("");
    }
}
