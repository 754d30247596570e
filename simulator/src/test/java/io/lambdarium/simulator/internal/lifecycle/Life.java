// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.CallEvent;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The life of one environment as a sentence: who did what, in virtual instants.
 *
 * <pre>{@code
 * Life life = Life.with("flusher").registers("flusher").runtimeAsks().asks("flusher").assigned("r-1");
 * }</pre>
 */
final class Life {

    static final Instant BIRTH = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final List<Event> past = new ArrayList<>();
    private final Setting setting;
    private List<Event> latest = List.of();
    private Phase phase;
    private Instant now = BIRTH;
    private long calls;

    private Life(Setting setting, boolean ahead) {
        this.setting = setting;
        Transition birth = Phase.begin(setting, Identities.of(1), ahead, now);
        phase = birth.next();
        remember(birth.events());
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
        Life life = with(extensions);
        List.of(extensions).forEach(life::registers);
        List.of(extensions).forEach(life::asks);
        return life.runtimeAsks();
    }

    /** The same, in the middle of the invocation {@code r-1}. */
    static Life invoking(String... extensions) {
        return idle(extensions).assigned("r-1");
    }

    /** An environment whose processes are gone. */
    static Life vacant(String... extensions) {
        Life life = idle(extensions).exits(Participant.RUNTIME, Exit.status(1));
        List.of(extensions).forEach(name -> life.exits(name, 0));
        return life;
    }

    static Setting setting(List<String> extensions) {
        return new Setting(
                "greeter",
                "$LATEST",
                "greeter.handle",
                "123456789012",
                TIMEOUT,
                extensions,
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
        beginsToRespondTo(requestId);
        List<Event> began = latest;
        bodyEnds(2);
        latest = concat(began, latest);
        return this;
    }

    Life reportsErrorOf(String requestId) {
        return meets(new Call.RuntimeError(call(), requestId, Optional.empty(), "Function.Sad"));
    }

    // --- what happens to it ---

    Life assigned(String requestId) {
        return meets(new Input.Assign(request(requestId)));
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
        return meets(new Input.Exited(who, phase.crew().generation(), exit));
    }

    /** Time passes, and whatever becomes due on the way happens in its instant. */
    Life advances(Duration by) {
        Instant target = now.plus(by);
        List<Event> onTheWay = new ArrayList<>();
        for (Optional<Instant> due = phase.wakeUpAt();
                due.isPresent() && !due.get().isAfter(target);
                due = phase.wakeUpAt()) {
            now = due.get();
            onTheWay.addAll(meets(new Input.Wake()).latest);
        }
        now = target;
        latest = onTheWay;
        return this;
    }

    Life advances(long millis) {
        return advances(Duration.ofMillis(millis));
    }

    /** What happened so far is no longer of interest. */
    Life forgets() {
        past.clear();
        return this;
    }

    Life meets(Input input) {
        Transition step = input.meet(phase, now);
        phase = step.next();
        remember(step.events());
        return this;
    }

    /** A number for the next call. */
    CallId call() {
        calls++;
        return latestCall();
    }

    // --- what can be seen ---

    Phase phase() {
        return phase;
    }

    Class<? extends Phase> in() {
        return phase.getClass();
    }

    Instant now() {
        return now;
    }

    Setting setting() {
        return setting;
    }

    CallId latestCall() {
        return new CallId(calls);
    }

    /** What the latest thing that happened led to, without the arrival of the call itself. */
    List<Event> latest() {
        return latest.stream()
                .filter(event -> !(event instanceof CallEvent.Received))
                .toList();
    }

    <T extends Event> List<T> past(Class<T> type) {
        return past.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** What that call was told; fails if it was not, or not yet. */
    Answer answerTo(CallId call) {
        return past(CallEvent.Answered.class).stream()
                .filter(answered -> answered.call().equals(call))
                .findFirst()
                .orElseThrow(() -> new AssertionError(call + " was not answered; it happened: " + past))
                .answer();
    }

    /** What the latest call was told. */
    Answer answer() {
        return answerTo(latestCall());
    }

    ExtensionMember extension(String name) {
        return phase.crew().extensions().stream()
                .filter(member -> member.who().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no extension \"" + name + "\" in " + phase));
    }

    String identifier(String name) {
        return extension(name).identifier();
    }

    private void remember(List<Event> events) {
        latest = events;
        past.addAll(events);
    }

    private static List<Event> concat(List<Event> first, List<Event> second) {
        List<Event> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
