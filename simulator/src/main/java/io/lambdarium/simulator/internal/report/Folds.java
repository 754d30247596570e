// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallEvent.Abandoned;
import io.lambdarium.simulator.event.CallEvent.Answered;
import io.lambdarium.simulator.event.CallEvent.Parked;
import io.lambdarium.simulator.event.CallEvent.Received;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.EnvironmentEvent;
import io.lambdarium.simulator.event.EnvironmentEvent.Broke;
import io.lambdarium.simulator.event.EnvironmentEvent.CameToRest;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.EnvironmentEvent.MemoryUsed;
import io.lambdarium.simulator.event.EnvironmentEvent.RuntimeInitialized;
import io.lambdarium.simulator.event.EnvironmentEvent.Thawed;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.FaultEvent.Struck;
import io.lambdarium.simulator.event.InvocationEvent;
import io.lambdarium.simulator.event.InvocationEvent.Assigned;
import io.lambdarium.simulator.event.InvocationEvent.Completed;
import io.lambdarium.simulator.event.InvocationEvent.Requested;
import io.lambdarium.simulator.event.InvocationEvent.RuntimeDone;
import io.lambdarium.simulator.event.InvocationEvent.Throttled;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What belongs together. */
final class Folds {

    /** Told by the call, the exit, the start or the report beside it. */
    private static final Set<Class<? extends Event>> ROUTINE = Set.of(
            Ready.class, RuntimeInitialized.class, RuntimeDone.class, CameToRest.class, Thawed.class, MemoryUsed.class);

    static final List<Fold> ALL = List.of(
            Folds::routine,
            Folds::aFaultAndTheCallThatItKeptBack,
            Folds::aCallThatRegisters,
            Folds::aCallAndItsFate,
            Folds::aCallAndWhatItBrought,
            Folds::aPollAfterShutdown,
            Folds::anEventAndTheAnswerThatCarriesIt,
            Folds::aBeginningAndItsDeadline,
            Folds::aRequestAndItsPlace,
            Folds::aFreezeAndTheEndBeforeIt,
            Folds::anEndAndIdleness,
            Folds::aLaunchAndItsFailure,
            Folds::aSignalAndTheExit,
            Folds::anExitAndItsMeaning,
            Folds::anExitAndItsCalls);

    private Folds() {}

    /** Whether it is an answer that somebody waited for. */
    static boolean tellsOfAnEvent(CallEvent event) {
        return event instanceof Answered answered
                && (answered.answer() instanceof Answer.NextInvocation
                        || answered.answer() instanceof Answer.InvokeEvent
                        || answered.answer() instanceof Answer.ShutdownEvent);
    }

    static boolean isArrival(CallEvent event) {
        return event instanceof Received;
    }

    private static Optional<Line> routine(Line last, Entry entry, Glossary words) {
        return when(ROUTINE.contains(entry.event().getClass()), () -> last.silently(entry));
    }

    private static Optional<Line> aCallAndItsFate(Line last, Entry entry, Glossary words) {
        return entry.event() instanceof CallEvent about && last.isOpen() && last.isOf(about.call())
                ? Optional.of(last.ending(entry, Phrases.what(about, words)))
                : Optional.empty();
    }

    /** An accepted answer or report: what it said counts, and the 202 that follows says nothing more. */
    private static Optional<Line> aCallAndWhatItBrought(Line last, Entry entry, Glossary words) {
        Event event = entry.event();
        if (event instanceof InvocationEvent.Responded brought) {
            return brought(last, entry, brought.call(), "accepted, " + InvocationPhrases.size(brought));
        }
        if (event instanceof InvocationEvent.ErrorReported brought) {
            return brought(last, entry, brought.call(), accepted(brought.errorType()));
        }
        if (event instanceof ExtensionEvent.InitErrorReported brought) {
            return brought(last, entry, brought.call(), accepted(brought.errorType()));
        }
        if (event instanceof ExtensionEvent.ExitErrorReported brought) {
            return brought(last, entry, brought.call(), accepted(brought.errorType()));
        }
        return event instanceof Answered answered && answered.answer() instanceof Answer.Accepted
                ? when(last.isOf(answered.call()), () -> last.silently(entry))
                : Optional.empty();
    }

    private static String accepted(String errorType) {
        return "accepted: " + Untrusted.text(errorType);
    }

    private static Optional<Line> brought(Line last, Entry entry, CallId call, String fate) {
        return when(last.isOpen() && last.isOf(call), () -> last.ending(entry, fate));
    }

    private static Optional<Line> aFaultAndTheCallThatItKeptBack(Line last, Entry entry, Glossary words) {
        boolean keptBack = last.first().event() instanceof Struck struck
                && CallFindings.keepsFromLambda(struck)
                && entry.event() instanceof CallEvent about
                && about.call().equals(struck.call());
        return when(keptBack, () -> last.silently(entry));
    }

    private static Optional<Line> aPollAfterShutdown(Line last, Entry entry, Glossary words) {
        return when(
                last.last() instanceof Parked && entry.event() instanceof AskedAgainAfterShutdown,
                () -> last.ending(entry, "parked, which does not acknowledge SHUTDOWN"));
    }

    private static Optional<Line> aCallThatRegisters(Line last, Entry entry, Glossary words) {
        if (entry.event() instanceof ExtensionEvent.Registered) {
            return when(last.isOpen(), () -> last.saying(entry, Phrases.what(entry.event(), words)));
        }
        return entry.event() instanceof Answered answered && answered.answer() instanceof Answer.Registered
                ? when(last.holds(ExtensionEvent.Registered.class), () -> last.silently(entry))
                : Optional.empty();
    }

    private static Optional<Line> anEventAndTheAnswerThatCarriesIt(Line last, Entry entry, Glossary words) {
        boolean told = last.last() instanceof ToldToInvoke || last.last() instanceof ToldToShutDown;
        return when(told && entry.event() instanceof Answered, () -> last.silently(entry));
    }

    private static Optional<Line> aBeginningAndItsDeadline(Line last, Entry entry, Glossary words) {
        return when(
                last.last() instanceof EnvironmentEvent.Started && entry.event() instanceof InitializationStarted,
                () -> last.adding(entry, "; " + Phrases.what(entry.event(), words)));
    }

    private static Optional<Line> aRequestAndItsPlace(Line last, Entry entry, Glossary words) {
        if (last.last() instanceof Requested asked
                && entry.event() instanceof Throttled throttled
                && asked.requestId().equals(throttled.requestId())) {
            return Optional.of(last.adding(entry, "; throttled: " + Untrusted.text(throttled.reason())));
        }
        return last.last() instanceof Requested asked
                        && entry.event() instanceof Assigned assigned
                        && asked.requestId().equals(assigned.requestId())
                ? Optional.of(last.adding(entry, "; " + InvocationPhrases.place(assigned)))
                : Optional.empty();
    }

    private static Optional<Line> anEndAndIdleness(Line last, Entry entry, Glossary words) {
        return when(isAnEnd(last.last()) && entry.event() instanceof Idled, () -> last.adding(entry, idle(last)));
    }

    private static String idle(Line end) {
        return end.holds(Frozen.class) ? "; idle and frozen" : "; idle";
    }

    private static boolean isAnEnd(Event event) {
        return event instanceof Completed || event instanceof EnvironmentEvent.Initialized;
    }

    /** An environment is frozen first, so that nobody writes any more, and only then is said what had come to its end. */
    private static Optional<Line> aFreezeAndTheEndBeforeIt(Line last, Entry entry, Glossary words) {
        return when(
                last.last() instanceof Frozen && isAnEnd(entry.event()),
                () -> new Line(
                        last.silently(entry).entries(),
                        Phrases.who(entry, words),
                        Phrases.what(entry.event(), words),
                        ""));
    }

    private static Optional<Line> aLaunchAndItsFailure(Line last, Entry entry, Glossary words) {
        boolean inVain = last.last() instanceof Launched launched
                && entry.event() instanceof LaunchFailed failed
                && failed.participant().equals(launched.participant());
        return when(inVain, () -> last.saying(entry, Phrases.what(entry.event(), words)));
    }

    private static Optional<Line> aSignalAndTheExit(Line last, Entry entry, Glossary words) {
        boolean obeyed = last.last() instanceof Signalled signalled
                && entry.event() instanceof Exited exited
                && exited.participant().equals(signalled.participant())
                && exited.exit().equals(Exit.by(signalled.signal()));
        return when(obeyed, () -> last.adding(entry, ", ended with it"));
    }

    private static Optional<Line> anExitAndItsMeaning(Line last, Entry entry, Glossary words) {
        if (last.holds(Exited.class) && entry.event() instanceof Acknowledged) {
            return Optional.of(last.adding(entry, ", " + Phrases.what(entry.event(), words)));
        }
        return last.last() instanceof Exited && entry.event() instanceof Broke broke
                ? Optional.of(
                        last.adding(entry, ": " + Untrusted.text(broke.failure().errorType())))
                : Optional.empty();
    }

    /** Whoever is gone hangs up; that is worth no line. */
    private static Optional<Line> anExitAndItsCalls(Line last, Entry entry, Glossary words) {
        return entry.event() instanceof Abandoned
                ? when(
                        last.holds(Exited.class) && Phrases.who(entry, words).equals(last.who()),
                        () -> last.silently(entry))
                : Optional.empty();
    }

    private static Optional<Line> when(boolean together, Supplier<Line> line) {
        return together ? Optional.of(line.get()) : Optional.empty();
    }
}
