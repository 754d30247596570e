// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.Journal.Entry;
import io.lambdarium.simulator.event.EnvironmentEvent.Stopping;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.Acknowledged;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ShutdownReason;
import io.lambdarium.simulator.event.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an extension leaves when it is told to.
 *
 * @param lives which extension, where
 */
record Farewells(Lives lives) {

    /** It is told to shut down for that reason, at least once. */
    Function<Journal, Verdict> areOrderedWith(ShutdownReason reason) {
        return journal -> lives.anyHas(
                        event -> event instanceof ToldToShutDown told && told.reason() == reason, otherwise(journal))
                .apply(journal);
    }

    private String otherwise(Journal journal) {
        return lives.last(journal, ToldToShutDown.class::isInstance)
                .map(told -> "it was told to shut down with " + ((ToldToShutDown) told.event()).reason())
                .orElseGet(() -> untold(journal));
    }

    private boolean isUninterested(Journal journal) {
        return lives.last(journal, Registered.class::isInstance)
                .filter(entry -> !((Registered) entry.event()).subscriptions().contains(Subscription.SHUTDOWN))
                .isPresent();
    }

    /** Most who wait for an end in vain have not begun it. */
    private String untold(Journal journal) {
        if (isUninterested(journal)) {
            return "it did not register for SHUTDOWN, so nobody tells it: add that to the events it registers for";
        }
        return journal.events(Stopping.class).isEmpty()
                ? "nothing has begun to end its environment, as lambda.shutDown(), a timeout or a failure would"
                : "it was not told to shut down";
    }

    /** In each life that owes it, it exits before its deadline; and there is one. */
    Verdict areInTime(Journal journal) {
        List<Life> ending =
                lives.in(journal).stream().filter(Farewells::owesAnExit).toList();
        return ending.stream()
                .map(Farewells::isInTime)
                .filter(verdict -> !verdict.holdsNow())
                .reduce((former, latter) -> former.isOpen() ? latter : former)
                .orElseGet(() -> ending.isEmpty() ? lives.missing(journal, untold(journal)) : Verdict.holds());
    }

    private static boolean owesAnExit(Life life) {
        return life.has(Farewells::isOrder) || isToBeTold(life);
    }

    private static boolean isOrder(Event event) {
        return event instanceof ToldToShutDown || event instanceof OverranShutdown;
    }

    /** It hears nothing before the runtime is gone, which may take long. */
    private static boolean isToBeTold(Life life) {
        return life.isStopping()
                && life.has(event -> event instanceof Registered registered
                        && registered.subscriptions().contains(Subscription.SHUTDOWN))
                && !life.has(Exited.class::isInstance);
    }

    private static Verdict isInTime(Life life) {
        Optional<Entry> overrun = life.last(OverranShutdown.class::isInstance);
        if (overrun.isPresent()) {
            return Verdict.never(overrun(overrun.get(), life)).at(overrun);
        }
        if (life.has(Acknowledged.class::isInstance)) {
            return Verdict.holds();
        }
        return unfinished(life, life.last(ToldToShutDown.class::isInstance));
    }

    private static Verdict unfinished(Life life, Optional<Entry> told) {
        if (life.isOver()) {
            return Verdict.never("the end of the environment came before its own (" + life + ")")
                    .at(told);
        }
        String doing = told.isPresent() ? "shutting down" : "to be told to shut down";
        return Verdict.notYet("it is still " + doing + " (" + life + ")").at(told);
    }

    private static String overrun(Entry entry, Life life) {
        boolean told = ((OverranShutdown) entry.event()).told();
        String why = told ? "it was still there when its time was over" : "it was still busy when its time was over";
        return why + " (" + life + ")";
    }
}
