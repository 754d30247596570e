// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Fault;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.CallId;
import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.undertow.server.HttpServerExchange;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.xnio.IoUtils;

/** One exchange from its arrival to its end. All of it happens on the exchange's I/O thread. */
final class ParkedCall implements Body.Reader, Sending.Sender {

    private static final Set<Endpoint> POLLS = EnumSet.of(Endpoint.RUNTIME_NEXT, Endpoint.EXTENSION_NEXT);

    private final HttpServerExchange exchange;
    private final Request request;
    private final Reception reception;
    private final Hearing hearing;
    private Optional<Fault> breaking = Optional.empty();
    private boolean begun;
    private boolean expecting;
    private boolean watched;
    private boolean answered;
    private boolean over;

    ParkedCall(HttpServerExchange exchange, Request request, Reception reception) {
        this.exchange = exchange;
        this.request = request;
        this.reception = reception;
        this.hearing = new Hearing(request, reception);
        exchange.addExchangeCompleteListener((ended, next) -> {
            if (!answered || !ended.getConnection().isOpen()) {
                left();
            }
            next.proceed();
        });
    }

    CallId id() {
        return request.call();
    }

    Endpoint endpoint() {
        return request.endpoint();
    }

    void onItsThread(Runnable action) {
        exchange.getIoThread().execute(action);
    }

    // --- the way in ---

    /** Lets the request be heard. */
    void begin() {
        if (!over) {
            begun = true;
            hearing.head();
            Body.read(exchange, this);
            hearing.headAlone();
        }
    }

    @Override
    public void ended(Payload body, long size) {
        if (answered || over) {
            hearing.bodyInVain();
            return;
        }
        hearing.body(body, size);
        if (!expecting) {
            watch();
        }
    }

    private void watch() {
        watched = true;
        HangUp.watch(exchange, this::left);
    }

    /** The caller may have closed only its half of the connection; then it can still be told, if there is much to tell. */
    @Override
    public void brokeOff() {
        if (answered || over) {
            return;
        }
        hearing.brokeOff();
        if (POLLS.contains(endpoint()) || !exchange.getConnection().isOpen()) {
            left();
        }
    }

    // --- the way out ---

    /** Has the answer sent, never from within what asks for it. An answer that is at hand makes it needless to watch the caller. */
    void tell(Response response) {
        if (exchange.isInIoThread()) {
            expecting = true;
        }
        onItsThread(() -> answer(response));
    }

    /** Sends the answer; a second one is ignored. */
    private void answer(Response response) {
        if (answered || over) {
            return;
        }
        answered = true;
        reception.calls().leave(id());
        if (watched) {
            HangUp.ignore(exchange);
        }
        if (response.isRefusal()) {
            reception.payloads().take(id());
        }
        if (breaking.isPresent()) {
            report(breaking.get());
            Sending.half(exchange, response, this);
        } else {
            Sending.whole(exchange, response, this);
        }
    }

    @Override
    public void sent() {
        if (!over) {
            over = true;
            reception.inbox().put(new Input.AnswerDelivered(id()));
            exchange.endExchange();
        }
    }

    @Override
    public void failed() {
        left();
    }

    /** Closes the connection without an answer. */
    void abandon() {
        if (!answered) {
            answered = true;
            over = true;
            reception.calls().leave(id());
            reception.payloads().take(id());
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    /** The caller hung up, or its connection was closed: said once, and never of a call whose answer went out. */
    private void left() {
        if (over) {
            return;
        }
        over = true;
        reception.calls().leave(id());
        if (begun) {
            hearing.left();
        } else {
            reception.inbox().put(new Call.Dropped(id(), endpoint()));
        }
        IoUtils.safeClose(exchange.getConnection());
    }

    // --- faults ---

    /** Says that a fault struck. */
    void report(Fault fault) {
        reception.inbox().put(new Input.FaultStruck(id(), endpoint(), fault.toString()));
    }

    /** Breaks the answer off in its middle, when there is one. */
    void breakAnswer(Fault fault) {
        breaking = Optional.of(fault);
    }

    /** Waits for something else before it is heard. */
    void hold() {
        if (exchange.isRequestComplete()) {
            watch();
        }
    }

    /** Is never heard; the connection is closed by the decision that follows. */
    void drop() {
        over = true;
        reception.inbox().put(new Call.Dropped(id(), endpoint()));
    }

    /** Is never heard; a fault answers in Lambda's place. */
    void respond(int status) {
        reception.calls().leave(id());
        answered = true;
        over = true;
        reception.inbox().put(new Call.Dropped(id(), endpoint()));
        exchange.setStatusCode(status).setResponseContentLength(0).endExchange();
    }
}
