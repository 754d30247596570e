// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import static io.lambdarium.assertions.Failing.firstLine;
import static io.lambdarium.assertions.Failing.message;
import static io.lambdarium.simulator.event.Subscription.INVOKE;
import static io.lambdarium.simulator.event.Subscription.SHUTDOWN;
import static java.time.Duration.ofMillis;

import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.ExtensionEvent.ExitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.ExtensionEvent.ToldToInvoke;
import io.lambdarium.simulator.event.InvocationEvent.Status;
import io.lambdarium.simulator.event.Participant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtensionAssertTest {

    private final Diary diary = new Diary();
    private final Plea plea = Plea.in(diary);

    private ExtensionAssert flusher() {
        return new ExtensionAssert(diary, "flusher", Consequence.AT_ONCE);
    }

    @Test
    void it_registers_for_exactly_what_it_wants() {
        diary.later(Flusher.environment()).later(Flusher.born(diary, 1));

        flusher().registers().registered().subscribesTo(SHUTDOWN, INVOKE).subscribedTo(INVOKE, SHUTDOWN);
        message(() -> flusher().subscribedTo(SHUTDOWN)).isEqualTo("""
                Expected extension "flusher" to have subscribed to SHUTDOWN, but it subscribed to INVOKE and SHUTDOWN.

                    +0.000  environment 1  started; must be initialized by +10.000
                    +0.000  flusher        launched
                  → +0.000  flusher        registered for INVOKE and SHUTDOWN""");
    }

    @Test
    void who_was_never_launched_has_not_come_to_life() {
        firstLine(() -> flusher().registered())
                .isEqualTo("Expected extension \"flusher\" to have registered, but it has not come to life.");
    }

    @Test
    void whoever_is_called_by_another_name_hears_which_there_are() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1));

        firstLine(() -> new ExtensionAssert(diary, "flush", Consequence.AT_ONCE).registered())
                .isEqualTo("Expected extension \"flush\" to have registered, but it has not come to life, while "
                        + "\"flusher\" registered.");
    }

    @Test
    void only_who_waited_in_vain_hears_for_whom() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1));

        message(() -> flusher().registered().exitedWith(0)).doesNotContain("never asked for an event");
        message(() -> flusher().waitingUpTo(ofMillis(1)).exitsWith(0)).contains("never asked for an event");
    }

    @Test
    void an_internal_extension_is_one_too() {
        Participant inside = Participant.internalExtension("tracer");
        diary.write(Flusher.environment(), new Registered(inside, "t1", Set.of(INVOKE)));

        new ExtensionAssert(diary, "tracer", Consequence.AT_ONCE).subscribedTo(INVOKE);
        firstLine(() -> flusher().subscribedTo()).contains("to have subscribed to nothing, but");
    }

    @Test
    void it_is_told_of_an_invocation_while_that_lasts() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1)).write(plea.requested(), plea.started());

        flusher().wasNeverToldOf(plea);
        diary.later(new ToldToInvoke(Flusher.WHO, plea.requestId()));
        flusher().isToldOf(plea).wasToldOf(plea);
        firstLine(() -> flusher().wasNeverToldOf(plea))
                .isEqualTo("Expected extension \"flusher\" never to have been told of invocation 7f3c of function "
                        + "\"slow\", but it was.");
    }

    @Test
    void when_the_invocation_is_over_nobody_will_be_told_of_it() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1));
        diary.write(plea.requested(), plea.started(), plea.responded(), plea.completed(Status.SUCCESS, ""));

        firstLine(() -> flusher().isToldOf(plea))
                .isEqualTo("Expected extension \"flusher\" to be told of invocation 7f3c of function \"slow\", but it "
                        + "was not.");
    }

    @Test
    void errors_that_it_reports_have_types() {
        diary.write(Flusher.environment()).write(Flusher.born(diary, 1));
        diary.later(new InitErrorReported(Flusher.WHO, new CallId(3), "Flusher.NoDisk"))
                .later(new ExitErrorReported(Flusher.WHO, new CallId(4), "Flusher.\u001b[31mFull"));

        flusher().reportsInitError("Flusher.NoDisk").reportedInitError("Flusher.NoDisk");
        flusher().reportsExitError("Flusher.\u001b[31mFull");
        firstLine(() -> flusher().reportedExitError("Flusher.Full"))
                .isEqualTo("Expected extension \"flusher\" to have reported the exit error \"Flusher.Full\", but it "
                        + "reported \"Flusher.\\u001b[31mFull\".");
    }
}
