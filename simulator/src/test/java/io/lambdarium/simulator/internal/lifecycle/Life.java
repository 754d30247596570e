// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Failure;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent.RanOutOfMemory;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The life of one environment as a sentence: who did what, in virtual instants.
 *
 * <pre>{@code
 * Life life = Life.with("flusher").registers("flusher").runtimeAsks().asks("flusher").assigned("r-1");
 * }</pre>
 */
final class Life extends Course {

    static final Instant BIRTH = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    private long calls;

    private Life(Setting setting, boolean ahead) {
        super(setting, ahead, BIRTH);
    }

    // --- how it begins ---

    /** An environment that an invocation waits for, with these external extensions. */
    static Life with(String... extensions) {
        return new Life(setting(List.of(extensions)), false);
    }

    /** An environment that nobody waits for. */
    static Life ahead(String... extensions) {
        return new Life(setting(List.of(extensions)), true);
    }

    /** An environment in which everybody waits for an event: its extensions have asked for INVOKE and SHUTDOWN. */
    static Life idle(String... extensions) {
        return idle(with(extensions), List.of(extensions));
    }

    private static Life idle(Life life, List<String> extensions) {
        extensions.forEach(life::registers);
        extensions.forEach(life::asks);
        return life.runtimeAsks();
    }

    /** The same, in the middle of the invocation {@code r-1}. */
    static Life invoking(String... extensions) {
        return idle(extensions).assigned("r-1");
    }

    /** An environment of real processes that come to rest, in which everybody waits for an event. */
    static Life resting(String... extensions) {
        return idle(new Life(setting(List.of(extensions), AtRest.FREEZE), true), List.of(extensions));
    }

    /** The same, with its processes frozen. */
    static Life frozen(String... extensions) {
        return resting(extensions).rests();
    }

    /** An environment whose processes are gone. */
    static Life vacant(String... extensions) {
        Life life = idle(extensions).exits(Participant.RUNTIME, Exit.status(1));
        List.of(extensions).forEach(name -> life.exits(name, 0));
        return life;
    }

    static Setting setting(List<String> extensions) {
        return setting(extensions, AtRest.NOTHING);
    }

    static Setting setting(List<String> extensions, AtRest atRest) {
        return new Setting(
                "greeter",
                "$LATEST",
                "greeter.handle",
                "123456789012",
                TIMEOUT,
                extensions,
                atRest,
                new Limits(Limits.INIT, Limits.RUNTIME_SHARE));
    }

    static InvocationRequest request(String id) {
        return new InvocationRequest(id, "arn", "trace", "", "", "", "application/json", 2);
    }

    // --- what the extensions do ---

    Life registers(String name) {
        return registersFor(name, "INVOKE", "SHUTDOWN");
    }

    Life registersFor(String name, String... events) {
        return meets(new Call.Register(call(), name, List.of(events), false));
    }

    Life asks(String name) {
        return meets(new Call.ExtensionNext(call(), identifier(name)));
    }

    Life reportsInitError(String name) {
        return meets(new Call.ExtensionError(call(), Endpoint.EXTENSION_INIT_ERROR, identifier(name), "Extension.No"));
    }

    Life reportsExitError(String name) {
        return meets(new Call.ExtensionError(call(), Endpoint.EXTENSION_EXIT_ERROR, identifier(name), "Extension.No"));
    }

    // --- what the runtime does ---

    Life runtimeAsks() {
        return meets(new Call.RuntimeNext(call()));
    }

    Life runtimeReportsInitError() {
        return meets(new Call.RuntimeInitError(call(), "Runtime.NoSuchModule"));
    }

    Life beginsToRespondTo(String requestId) {
        return meets(new Call.ResponseBegan(call(), requestId, Optional.empty(), true));
    }

    /** The body of the latest call has arrived. */
    Life bodyEnds(long size) {
        return meets(new Input.ResponseEnded(latestCall(), size, false));
    }

    Life respondsTo(String requestId) {
        together(() -> beginsToRespondTo(requestId), () -> bodyEnds(2));
        return this;
    }

    Life beginsToReportErrorOf(String requestId) {
        return meets(new Call.ErrorBegan(call(), requestId, Optional.empty()));
    }

    /** The body of the error that the latest call reports has arrived. */
    Life errorEnds(long size) {
        return meets(new Input.ErrorEnded(latestCall(), size, "Function.Sad"));
    }

    Life reportsErrorOf(String requestId) {
        together(() -> beginsToReportErrorOf(requestId), () -> errorEnds(2));
        return this;
    }

    // --- what happens to it ---

    Life assigned(String requestId) {
        return meets(new Input.Assign(request(requestId)));
    }

    /** What was written is read; the processes are frozen. */
    Life rests() {
        return meets(new Input.Rested(true));
    }

    Life failsToLaunch(Participant who, Failure failure) {
        return meets(new Input.LaunchFailed(who, phase().crew().generation(), failure, ""));
    }

    /** The largest process was the participant's own. */
    Life runsOutOfMemory(Participant who) {
        return meets(
                new Input.RanOutOfMemory(new RanOutOfMemory(who, phase().crew().generation(), false, 1L << 27)));
    }

    Life shutsDown() {
        return meets(new Input.ShutDown(ShutdownReason.SPINDOWN));
    }

    Life closes() {
        return meets(new Input.Close());
    }

    Life exits(String extension, int status) {
        return exits(Participant.extension(extension), Exit.status(status));
    }

    Life exits(Participant who, Exit exit) {
        return meets(new Input.Exited(who, phase().crew().generation(), exit));
    }

    /** Time passes, and whatever becomes due on the way happens in its instant. */
    Life advances(Duration by) {
        passTo(now().plus(by));
        return this;
    }

    Life advances(long millis) {
        return advances(Duration.ofMillis(millis));
    }

    /** What happened so far is no longer of interest. */
    Life forgets() {
        forgetPast();
        return this;
    }

    Life meets(Input input) {
        meet(input);
        return this;
    }

    /** A number for the next call. */
    CallId call() {
        calls++;
        return latestCall();
    }

    // --- what can be seen ---

    CallId latestCall() {
        return new CallId(calls);
    }

    /** What the latest call was told. */
    Answer answer() {
        return answerTo(latestCall());
    }
}
