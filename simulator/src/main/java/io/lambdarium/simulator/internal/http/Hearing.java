// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer.Refused;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Limits;
import io.lambdarium.simulator.internal.lifecycle.Refusals;
import java.util.Optional;

/** What is heard of one request: its head, its body, its end. What came together is left together in the inbox. */
final class Hearing {

    private final Request request;
    private final Reception reception;
    private Optional<Call> call = Optional.empty();
    private Optional<Call> untold = Optional.empty();
    private boolean complete;

    Hearing(Request request, Reception reception) {
        this.request = request;
        this.reception = reception;
    }

    /** The head is there; it says it all, or the body is needed. */
    void head() {
        call = reception.apis().early(request);
        untold = call;
    }

    /** No more is to come with the head. */
    void headAlone() {
        Optional<Call> head = takeUntold();
        if (head.isPresent()) {
            reception.inbox().put(head.get());
        }
    }

    /** The body is there, or no more than its size if that is beyond the limit. */
    void body(Payload body, long size) {
        complete = true;
        if (call.isEmpty()) {
            understand(
                    size > Limits.RESPONSE
                            ? settled(Refusals.tooLarge())
                            : reception.apis().late(request, body));
        } else if (call.get() instanceof Call.ResponseBegan) {
            reception.payloads().keep(request.call(), body);
            leave(new Input.ResponseEnded(request.call(), size, RuntimeApi.isStreamed(request)));
        } else if (call.get() instanceof Call.ErrorBegan) {
            reception.payloads().keep(request.call(), RuntimeApi.reported(request, body));
            leave(new Input.ErrorEnded(request.call(), size, RuntimeApi.errorType(request)));
        } else {
            headAlone();
        }
    }

    /** The body is there, but it does not matter any more what it says. */
    void bodyInVain() {
        complete = true;
    }

    /** No more will come of the body. */
    void brokeOff() {
        complete = true;
        if (call.isEmpty()) {
            understand(settled(Refusals.truncated()));
        } else if (call.get() instanceof Call.ResponseBegan) {
            leave(new Input.ResponseBrokeOff(request.call()));
        } else if (call.get() instanceof Call.ErrorBegan) {
            leave(new Input.ErrorBrokeOff(request.call()));
        }
    }

    /** Nobody waits for the answer any more. */
    void left() {
        if (!complete) {
            brokeOff();
        }
        leave(new Input.CallerLeft(request.call()));
    }

    private void understand(Call understood) {
        call = Optional.of(understood);
        leave(understood);
    }

    private void leave(Input input) {
        Optional<Call> head = takeUntold();
        if (head.isPresent()) {
            reception.inbox().put(head.get(), input);
        } else {
            reception.inbox().put(input);
        }
    }

    private Optional<Call> takeUntold() {
        Optional<Call> head = untold;
        untold = Optional.empty();
        return head;
    }

    private Call settled(Refused refusal) {
        return request.settled(refusal, "");
    }
}
