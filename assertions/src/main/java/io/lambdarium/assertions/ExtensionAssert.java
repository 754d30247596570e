// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent.ExitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.Subscription;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Assertions about an extension, external or internal. Which of its lives they are about, {@link LifeAssert} says.
 *
 * <pre>{@code
 * assertThat(lambda).extension("flusher")
 *         .isToldToShutDown(TIMEOUT)
 *         .exitsBeforeItsDeadline();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ExtensionAssert extends ShutdownAssert {

    ExtensionAssert(Journal journal, String name, Consequence consequence) {
        super(journal, name, consequence);
    }

    // --- registration ---

    /**
     * Waits until it registers.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").registers();   // passes if it posts to /extension/register
     * assertThat(lambda).extension("flusher").registers();   // fails if it exits before
     * }</pre>
     */
    public ExtensionAssert registers() {
        return waitFor("to register", lives().anyHas(Registered.class::isInstance, "it has not registered"));
    }

    /**
     * Verifies that it has registered; {@link #registers()} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").registered();   // passes after the first invocation
     * assertThat(lambda).extension("flusher").registered();   // fails before any environment was started
     * }</pre>
     */
    public ExtensionAssert registered() {
        Function<Journal, Verdict> registered = lives().anyHas(Registered.class::isInstance, "it has not registered");
        return look("to have registered", registered, "registers()");
    }

    /**
     * Waits until it registers for exactly these events.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").subscribesTo(INVOKE, SHUTDOWN);   // passes in any order
     * assertThat(lambda).extension("flusher").subscribesTo(SHUTDOWN);           // fails if it asked for INVOKE too
     * }</pre>
     */
    public ExtensionAssert subscribesTo(Subscription... events) {
        return waitFor("to subscribe to " + Words.list(List.of(events)), subscriptions(Set.of(events)));
    }

    /**
     * Verifies that it has registered for exactly these events; {@link #subscribesTo} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").subscribedTo(SHUTDOWN);   // passes after it registered for that
     * assertThat(lambda).extension("flusher").subscribedTo();           // fails: it registered for SHUTDOWN
     * }</pre>
     */
    public ExtensionAssert subscribedTo(Subscription... events) {
        return look(
                "to have subscribed to " + Words.list(List.of(events)),
                subscriptions(Set.of(events)),
                "subscribesTo(…)");
    }

    // --- invocations ---

    /**
     * Waits until it is told of the invocation.
     *
     * <pre>{@code
     * assertThat(lambda).extension("collector").isToldOf(invocation);   // passes if it subscribed to INVOKE
     * assertThat(lambda).extension("flusher").isToldOf(invocation);     // fails if it only subscribed to SHUTDOWN
     * }</pre>
     */
    public ExtensionAssert isToldOf(Invocation invocation) {
        return waitFor("to be told of " + new Course(invocation).name(), told(invocation));
    }

    /**
     * Verifies that it was told of the invocation; {@link #isToldOf} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("collector").wasToldOf(invocation);   // passes when it was, and subscribed to INVOKE
     * assertThat(lambda).extension("collector").wasToldOf(another);      // fails if that one was throttled
     * }</pre>
     */
    public ExtensionAssert wasToldOf(Invocation invocation) {
        return look("to have been told of " + new Course(invocation).name(), told(invocation), "isToldOf(…)");
    }

    /**
     * Verifies that it was not told of the invocation so far.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").wasNeverToldOf(invocation);     // passes if it only wants SHUTDOWN
     * assertThat(lambda).extension("collector").wasNeverToldOf(invocation);   // fails if it wants INVOKE
     * }</pre>
     */
    public ExtensionAssert wasNeverToldOf(Invocation invocation) {
        return look(
                "never to have been told of " + new Course(invocation).name(),
                lives().noneHas(isAbout(invocation), "it was"));
    }

    // --- errors ---

    /**
     * Waits until it reports that it is about to exit because of an error of that type.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").reportsExitError("Flusher.Full");   // passes if it posts that
     * assertThat(lambda).extension("flusher").reportsExitError("Flusher.Full");   // fails if it just exits
     * }</pre>
     */
    public ExtensionAssert reportsExitError(String errorType) {
        return waitFor("to report the exit error " + Words.quoted(errorType), exitError(errorType));
    }

    /**
     * Verifies that it has reported that it is about to exit because of such an error; {@link #reportsExitError} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").reportedExitError("Flusher.Full");   // passes after it posted that
     * assertThat(lambda).extension("flusher").reportedExitError("Flusher.Full");   // fails before
     * }</pre>
     */
    public ExtensionAssert reportedExitError(String errorType) {
        return look(
                "to have reported the exit error " + Words.quoted(errorType),
                exitError(errorType),
                "reportsExitError(…)");
    }

    // --- internals ---

    private Function<Journal, Verdict> subscriptions(Set<Subscription> events) {
        Predicate<Event> wanted = event -> event instanceof Registered registered
                && registered.subscriptions().equals(events);
        Lives lives = lives();
        Function<Journal, Verdict> judge =
                lives.anyHas(wanted, Registered.class, it -> "it subscribed to " + Words.list(it.subscriptions()));
        return now -> lives.eachHas(now, Registered.class::isInstance)
                ? judge.apply(now).forGood()
                : judge.apply(now);
    }

    private Function<Journal, Verdict> told(Invocation invocation) {
        Function<Journal, Verdict> told = lives().anyHas(isAbout(invocation), "it was not");
        return now -> {
            Verdict verdict = told.apply(now);
            return verdict.isOpen() && new Course(invocation).isOver(now) ? verdict.forGood() : verdict;
        };
    }

    private static Predicate<Event> isAbout(Invocation invocation) {
        return event -> event instanceof ToldToInvoke told && told.requestId().equals(invocation.requestId());
    }

    private Function<Journal, Verdict> exitError(String errorType) {
        Predicate<Event> wanted = event -> event instanceof ExitErrorReported reported
                && reported.errorType().equals(errorType);
        return lives().anyHas(
                        wanted,
                        ExitErrorReported.class,
                        reported -> "it reported " + Words.quoted(reported.errorType()));
    }
}
