// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.OverranShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToShutDown;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ShutdownReason;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Assertions about what an extension is told at the end, and what it makes of it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class ShutdownAssert extends ParticipantAssert<ExtensionAssert> permits ExtensionAssert {

    ShutdownAssert(Journal journal, String name, Consequence consequence) {
        super(journal, Participant.extension(name), ExtensionAssert.class, consequence);
    }

    /**
     * Waits until it is told to shut down for that reason.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").isToldToShutDown(TIMEOUT);    // passes if the function timed out
     * assertThat(lambda).extension("flusher").isToldToShutDown(SPINDOWN);   // fails if the function timed out
     * }</pre>
     */
    public ExtensionAssert isToldToShutDown(ShutdownReason reason) {
        return waitFor("to be told to shut down with " + reason, new Farewells(lives()).areOrderedWith(reason));
    }

    /**
     * Verifies that it was told to shut down for that reason; {@link #isToldToShutDown} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").wasToldToShutDown(TIMEOUT);   // passes after a timeout
     * assertThat(lambda).extension("flusher").wasToldToShutDown(TIMEOUT);   // fails while the runtime is being stopped
     * }</pre>
     */
    public ExtensionAssert wasToldToShutDown(ShutdownReason reason) {
        return look(
                "to have been told to shut down with " + reason,
                new Farewells(lives()).areOrderedWith(reason),
                "isToldToShutDown(…)");
    }

    /**
     * Verifies that it was not told to shut down so far.
     *
     * <pre>{@code
     * assertThat(lambda).extension("watcher").wasNeverToldToShutDown();   // passes if it only subscribed to INVOKE
     * assertThat(lambda).extension("flusher").wasNeverToldToShutDown();   // fails after a timeout
     * }</pre>
     */
    public ExtensionAssert wasNeverToldToShutDown() {
        return look(
                "never to have been told to shut down", lives().noneHas(ToldToShutDown.class::isInstance, "it was"));
    }

    /**
     * Waits until it exits whenever it is told to shut down, and verifies that it does so before its deadline. To exit is
     * the only way to acknowledge SHUTDOWN; the status does not matter here.
     *
     * <p>It is waited for in each environment whose end has begun and where it registered for SHUTDOWN, even before it is
     * told. In an environment whose end has not begun, such as one that is still busy after {@code lambda.shutDown()}, it
     * owes nothing yet; nor does it where it exited before it could be told.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").exitsBeforeItsDeadline();    // passes if it flushes and exits
     * assertThat(lambda).extension("stubborn").exitsBeforeItsDeadline();   // fails if it has to be killed
     * }</pre>
     */
    public ExtensionAssert exitsBeforeItsDeadline() {
        return waitFor("to exit before its deadline", new Farewells(lives())::areInTime);
    }

    /**
     * Verifies that it exited before its deadline whenever it was told to shut down, and that it is not still to be told
     * where an environment's end has begun; {@link #exitsBeforeItsDeadline()} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("flusher").exitedBeforeItsDeadline();   // passes when it has flushed and exited
     * assertThat(lambda).extension("flusher").exitedBeforeItsDeadline();   // fails while it flushes
     * }</pre>
     */
    public ExtensionAssert exitedBeforeItsDeadline() {
        return look(
                "to have exited before its deadline", new Farewells(lives())::areInTime, "exitsBeforeItsDeadline()");
    }

    /**
     * Waits until its time to shut down is over and it is still there, told or busy.
     *
     * <pre>{@code
     * assertThat(lambda).extension("stubborn").overrunsItsShutdownBudget();   // passes if it ignores SHUTDOWN
     * assertThat(lambda).extension("flusher").overrunsItsShutdownBudget();    // fails if it flushes and exits
     * }</pre>
     */
    public ExtensionAssert overrunsItsShutdownBudget() {
        return waitFor("to overrun its shutdown budget", overran());
    }

    /**
     * Verifies that it was still there when its time to shut down was over; {@link #overrunsItsShutdownBudget()} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("stubborn").overranItsShutdownBudget();   // passes after its deadline
     * assertThat(lambda).extension("stubborn").overranItsShutdownBudget();   // fails before its deadline
     * }</pre>
     */
    public ExtensionAssert overranItsShutdownBudget() {
        return look("to have overrun its shutdown budget", overran(), "overrunsItsShutdownBudget()");
    }

    /**
     * Waits until it asks for another event after SHUTDOWN, which acknowledges nothing.
     *
     * <pre>{@code
     * assertThat(lambda).extension("loop").asksAgainAfterShutdown();      // passes if it just goes on with its loop
     * assertThat(lambda).extension("flusher").asksAgainAfterShutdown();   // fails if it exits
     * }</pre>
     */
    public ExtensionAssert asksAgainAfterShutdown() {
        return waitFor("to ask again after SHUTDOWN", askedAgain());
    }

    /**
     * Verifies that it has asked for another event after SHUTDOWN; {@link #asksAgainAfterShutdown()} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("loop").askedAgainAfterShutdown();   // passes after its next call
     * assertThat(lambda).extension("loop").askedAgainAfterShutdown();   // fails before its next call
     * }</pre>
     */
    public ExtensionAssert askedAgainAfterShutdown() {
        return look("to have asked again after SHUTDOWN", askedAgain(), "asksAgainAfterShutdown()");
    }

    // --- internals ---

    private Function<Journal, Verdict> overran() {
        return lives().anyHas(OverranShutdown.class::isInstance, "it did not");
    }

    private Function<Journal, Verdict> askedAgain() {
        return lives().anyHas(AskedAgainAfterShutdown.class::isInstance, "it did not");
    }
}
