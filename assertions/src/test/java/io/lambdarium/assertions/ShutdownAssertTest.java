// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.simulator.event.ShutdownReason.SPINDOWN;
import static io.lambdarium.simulator.event.ShutdownReason.TIMEOUT;
import static io.lambdarium.simulator.event.Subscription.INVOKE;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ExtensionEvent.AskedAgainAfterShutdown;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShutdownAssertTest {

    private final Diary diary = new Diary();

    private ExtensionAssert flusher() {
        return new ExtensionAssert(diary, "flusher", Consequence.AT_ONCE);
    }

    private void begin() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1)).at(3_060);
    }

    @Test
    void it_is_told_and_leaves() {
        begin();
        diary.later(Flusher.toldToShutDown(diary, TIMEOUT))
                .later(Flusher.exits(0))
                .later(Flusher.reset());

        flusher().isToldToShutDown(TIMEOUT).exitsBeforeItsDeadline().exitsWith(0);
        flusher().wasToldToShutDown(TIMEOUT).exitedBeforeItsDeadline().exitedWith(0);
    }

    @Test
    void who_stays_is_told_of() {
        begin();
        diary.write(Flusher.toldToShutDown(diary, TIMEOUT)).at(5_060).write(Flusher.overruns(true));

        flusher().overrunsItsShutdownBudget().overranItsShutdownBudget().isKilled();
        message(() -> flusher().exitsBeforeItsDeadline()).isEqualTo("""
                Expected extension "flusher" to exit before its deadline, but it was still there when its time was over (environment 1, generation 1).

                    +0.000  environment 1  started; must be initialized by +10.000
                    +0.000  flusher        launched
                    +0.000  flusher        registered for INVOKE and SHUTDOWN
                    +3.060  flusher        told to shut down: TIMEOUT; must exit by +5.060
                  → +5.060  flusher        overran its deadline to exit
                    +5.060  flusher        sent SIGKILL

                Extension "flusher" was told to shut down, had not exited at its deadline, and was killed. Exit before the deadline that comes with SHUTDOWN.""");
    }

    @Test
    void each_life_that_was_told_must_leave_in_time() {
        begin();
        diary.write(Flusher.toldToShutDown(diary, TIMEOUT))
                .write(Flusher.exits(0))
                .write(Flusher.reset());
        diary.write(Flusher.born(diary, 2)).write(Flusher.overruns(false)).write(Flusher.reset());

        firstLine(() -> flusher().exitsBeforeItsDeadline())
                .isEqualTo("Expected extension \"flusher\" to exit before its deadline, but it was still busy when its "
                        + "time was over (environment 1, generation 2).");
        flusher().inGeneration(1).exitsBeforeItsDeadline();
    }

    @Test
    void who_is_shutting_down_has_not_left() {
        begin();
        diary.write(Flusher.toldToShutDown(diary, TIMEOUT));

        message(() -> flusher().exitedBeforeItsDeadline())
                .startsWith(
                        "Expected extension \"flusher\" to have exited before its deadline, but it is still shutting "
                                + "down (environment 1, generation 1).")
                .endsWith("This looked only once; exitsBeforeItsDeadline() would wait.");
    }

    @Test
    void the_end_of_the_environment_is_no_exit() {
        begin();
        diary.write(Flusher.toldToShutDown(diary, TIMEOUT), Flusher.terminated(SPINDOWN));

        firstLine(() -> flusher().exitsBeforeItsDeadline())
                .contains("but the end of the environment came before its own (environment 1, generation 1).");
    }

    @Test
    void who_is_to_be_told_yet_owes_an_exit_too() {
        begin();
        diary.in(2).write(Flusher.environment()).write(Flusher.born(diary, 1)).write(Flusher.stopping(diary));
        diary.in(1).write(Flusher.stopping(diary), Flusher.toldToShutDown(diary, SPINDOWN));
        diary.write(Flusher.exits(0)).write(Flusher.terminated(SPINDOWN)).in(2);

        firstLine(() -> flusher().exitedBeforeItsDeadline())
                .isEqualTo(
                        "Expected extension \"flusher\" to have exited before its deadline, but it is still to be told "
                                + "to shut down (environment 2, generation 1).");
        diary.later(Flusher.toldToShutDown(diary, SPINDOWN)).later(Flusher.overruns(true));
        firstLine(() -> flusher().exitsBeforeItsDeadline())
                .endsWith("but it was still there when its time was over (environment 2, generation 1).");
        flusher().inEnvironment(1).exitsBeforeItsDeadline();
    }

    @Test
    void who_has_left_before_it_could_be_told_owes_nothing() {
        begin();
        diary.write(Flusher.toldToShutDown(diary, TIMEOUT))
                .write(Flusher.exits(0))
                .write(Flusher.reset());
        diary.write(Flusher.born(diary, 2)).write(Flusher.stopping(diary), new Exited(Flusher.WHO, 2, Exit.status(1)));

        flusher().exitedBeforeItsDeadline();
    }

    @Test
    void who_did_not_ask_for_it_owes_nothing() {
        diary.write(Flusher.environment(), new Registered(Flusher.WHO, "f1", Set.of(INVOKE)), Flusher.stopping(diary));

        firstLine(() -> flusher().exitedBeforeItsDeadline())
                .endsWith(
                        "but it did not register for SHUTDOWN, so nobody tells it: add that to the events it registers for.");
    }

    @Test
    void another_reason_is_the_wrong_one() {
        begin();
        diary.write(Flusher.toldToShutDown(diary, SPINDOWN))
                .later(Flusher.exits(0))
                .later(Flusher.terminated(SPINDOWN));

        firstLine(() -> flusher().isToldToShutDown(TIMEOUT))
                .isEqualTo(
                        "Expected extension \"flusher\" to be told to shut down with TIMEOUT, but it was told to shut "
                                + "down with SPINDOWN.");
    }

    @Test
    void where_nothing_ends_nobody_is_told() {
        begin();

        firstLine(() -> flusher().wasToldToShutDown(SPINDOWN))
                .isEqualTo(
                        "Expected extension \"flusher\" to have been told to shut down with SPINDOWN, but nothing has "
                                + "begun to end its environment, as lambda.shutDown(), a timeout or a failure would.");
        firstLine(() -> flusher().exitedBeforeItsDeadline())
                .endsWith(
                        "but nothing has begun to end its environment, as lambda.shutDown(), a timeout or a failure would.");
    }

    @Test
    void who_may_still_be_told_was_not_told_yet() {
        begin();
        diary.write(Flusher.stopping(diary));

        firstLine(() -> flusher().wasToldToShutDown(SPINDOWN)).endsWith("but it was not told to shut down.");
    }

    @Test
    void never_is_until_now() {
        begin();

        flusher().wasNeverToldToShutDown();
        diary.write(Flusher.toldToShutDown(diary, SPINDOWN));
        firstLine(() -> flusher().wasNeverToldToShutDown())
                .isEqualTo("Expected extension \"flusher\" never to have been told to shut down, but it was.");
    }

    @Test
    void to_ask_again_is_something_else() {
        begin();
        diary.write(Flusher.toldToShutDown(diary, SPINDOWN));

        firstLine(() -> flusher().askedAgainAfterShutdown())
                .isEqualTo("Expected extension \"flusher\" to have asked again after SHUTDOWN, but it did not.");
        diary.later(new AskedAgainAfterShutdown(Flusher.WHO));
        flusher().asksAgainAfterShutdown().askedAgainAfterShutdown();
    }
}
