// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import io.lambdarium.simulator.Journal;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.Exited;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.event.ProcessEvent.Signalled;
import io.lambdarium.simulator.event.Signal;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Assertions about someone who lives in execution environments: how it starts and how it ends.
 *
 * <p>A participant lives once for each initialization of each environment. <em>What it did or what happened to it</em> must
 * be true of at least one of its lives; <em>what it owes</em>, such as to exit before its deadline, of each life that owes
 * it; <em>counts</em> and <em>never</em> are about all lives together, and fail where a bounded journal has dropped entries.
 * {@link #inEnvironment} and {@link #inGeneration} say that only some of them are meant.
 *
 * <p>Present tense waits as long as somebody lives or an invocation is under way. When nothing can come any more that the
 * test does not begin itself, it fails at once: so begin first, then assert.
 *
 * @param <SELF> the assertions themselves
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract sealed class LifeAssert<SELF extends LifeAssert<SELF>> extends LambdaAssert<SELF, Participant>
        permits ParticipantAssert {

    private final Journal journal;
    private Lives lives;

    LifeAssert(Journal journal, Participant who, Class<SELF> self, Consequence consequence) {
        super(who, self, consequence);
        this.journal = journal;
        this.lives = Lives.of(who);
    }

    // --- whose lives ---

    /**
     * Lets the assertions that follow be about its lives in that environment only; they are counted from 1.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().inEnvironment(2).started(1);   // passes if there were two environments
     * assertThat(lambda).runtime().inEnvironment(3).started(1);   // fails if there were two environments
     * }</pre>
     */
    public SELF inEnvironment(int number) {
        lives = lives.environment(number);
        return myself;
    }

    /**
     * Lets the assertions that follow be about those lives only that began with that initialization of their environment;
     * they are counted from 1, and each reset is followed by another. When that generation is over in each environment,
     * nobody waits for it any more.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().inGeneration(1).exitsWith(3);   // passes if it crashed and was started again
     * assertThat(lambda).runtime().inGeneration(2).exitsWith(3);   // fails if it then lived on
     * }</pre>
     */
    public SELF inGeneration(int number) {
        lives = lives.generation(number);
        return myself;
    }

    // --- start ---

    /**
     * Waits until it has been launched that often, and fails at once if it was launched more often.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().starts(2);   // passes if a reset is followed by an invocation
     * assertThat(lambda).runtime().starts(1);   // fails if a reset was followed by an invocation
     * }</pre>
     */
    public SELF starts(int times) {
        return waitFor("to start " + Words.times(times), launched(times));
    }

    /**
     * Verifies that it has been launched that often.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().started(1);   // passes after two invocations in a row
     * assertThat(lambda).runtime().started(2);   // fails after two invocations in a row: the second start was warm
     * }</pre>
     */
    public SELF started(int times) {
        return look("to have started " + Words.times(times), launched(times), "starts(…)");
    }

    // --- end ---

    /**
     * Waits until it exits with that status.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().exitsWith(3);   // passes with runtime(crashing(3))
     * assertThat(lambda).runtime().exitsWith(0);   // fails with runtime(crashing(3))
     * }</pre>
     */
    public SELF exitsWith(int status) {
        return waitFor("to exit with status " + status, exited(status));
    }

    /**
     * Verifies that it has exited with that status; {@link #exitsWith} waits.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().exitedWith(3);   // passes after runtime(crashing(3)) crashed
     * assertThat(lambda).runtime().exitedWith(3);   // fails while it lives
     * }</pre>
     */
    public SELF exitedWith(int status) {
        return look("to have exited with status " + status, exited(status), "exitsWith(…)");
    }

    /**
     * Waits until it is sent SIGTERM, the request to leave.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().isTerminated();   // passes if the environment shuts down and an extension registered
     * assertThat(lambda).runtime().isTerminated();   // fails without extensions: it is killed at once
     * }</pre>
     */
    public SELF isTerminated() {
        return waitFor("to be sent SIGTERM", signalled(Signal.SIGTERM));
    }

    /**
     * Verifies that it was sent SIGTERM, the request to leave; {@link #isTerminated()} waits.
     *
     * <pre>{@code
     * assertThat(lambda).runtime().wasTerminated();   // passes after a timeout, if an extension registered
     * assertThat(lambda).runtime().wasTerminated();   // fails while all is well
     * }</pre>
     */
    public SELF wasTerminated() {
        return look("to have been sent SIGTERM", signalled(Signal.SIGTERM), "isTerminated()");
    }

    /**
     * Waits until it is sent SIGKILL, the end.
     *
     * <pre>{@code
     * assertThat(lambda).extension("stubborn").isKilled();   // passes if it outstays its shutdown budget
     * assertThat(lambda).extension("flusher").isKilled();    // fails if it exits before its deadline
     * }</pre>
     */
    public SELF isKilled() {
        return waitFor("to be sent SIGKILL", signalled(Signal.SIGKILL));
    }

    /**
     * Verifies that it was sent SIGKILL, the end; {@link #isKilled()} waits.
     *
     * <pre>{@code
     * assertThat(lambda).extension("stubborn").wasKilled();   // passes after it outstayed its shutdown budget
     * assertThat(lambda).extension("stubborn").wasKilled();   // fails before its deadline
     * }</pre>
     */
    public SELF wasKilled() {
        return look("to have been sent SIGKILL", signalled(Signal.SIGKILL), "isKilled()");
    }

    // --- internals ---

    @Override
    final Journal witness() {
        return journal;
    }

    @Override
    final String subject() {
        return lives.name();
    }

    final Lives lives() {
        return lives;
    }

    private Function<Journal, Verdict> launched(int times) {
        Lives whose = lives;
        return now -> {
            long found = whose.count(now, Launched.class::isInstance);
            return whose.counted(now, new Tally(found, times, Words.count("it", "started", found)));
        };
    }

    private Function<Journal, Verdict> exited(int status) {
        Predicate<Event> wanted = event -> event instanceof Exited exited
                && exited.exit().signal().isEmpty()
                && exited.exit().status() == status;
        return lives.anyHas(
                wanted, Exited.class, exited -> "it ended with " + exited.exit().words());
    }

    private Function<Journal, Verdict> signalled(Signal signal) {
        return lives.anyHas(
                event -> event instanceof Signalled signalled && signalled.signal() == signal,
                "it was not sent " + signal);
    }
}
