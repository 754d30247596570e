// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Faults;
import io.lambdarium.simulator.NewFaults;
import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.event.Answer;
import io.lambdarium.simulator.event.EnvironmentId;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.engine.Payloads;
import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.internal.lifecycle.Input;
import io.lambdarium.simulator.internal.lifecycle.Refusals;
import io.lambdarium.simulator.wire.RawClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A server, clients of it, and an engine that settles what is settled already or broke off: the test answers the rest. */
final class Stage implements AutoCloseable {

    static final EnvironmentId ENVIRONMENT = new EnvironmentId(1);
    static final Instant DEADLINE = Instant.ofEpochMilli(1_795_143_843_067L);

    final RecordingInbox inbox = new RecordingInbox(this::react);
    final Payloads payloads = new Payloads();
    final Faults faults = NewFaults.none();
    final ApiServer server = new ApiServer(inbox, payloads, faults);
    private final List<RawClient> clients = new ArrayList<>();

    String address() {
        return server.open(ENVIRONMENT);
    }

    RawClient client() {
        RawClient client = RawClient.connect(address());
        clients.add(client);
        return client;
    }

    /** Takes the next input, which must be such a call, and answers it. */
    <T extends Call> T answer(Class<T> kind, Answer answer) throws InterruptedException {
        T call = inbox.take(kind);
        server.answer(call.id(), answer);
        return call;
    }

    /** Keeps that event, and makes the answer that carries it. */
    Answer.NextInvocation event(Payload event) {
        return event(event, new InvocationRequest("id-1", "arn:f", "", "", "", "", "", event.size()));
    }

    Answer.NextInvocation event(Payload event, InvocationRequest request) {
        payloads.keep(request.requestId(), event);
        return new Answer.NextInvocation(request, "delivery-1", DEADLINE);
    }

    private Optional<Runnable> react(Input input) {
        if (input instanceof Call.Settled settled) {
            return Optional.of(() -> server.answer(settled.id(), settled.answer()));
        } else if (input instanceof Input.ResponseBrokeOff broken) {
            return Optional.of(() -> server.answer(broken.call(), Refusals.truncated()));
        } else if (input instanceof Input.ErrorBrokeOff broken) {
            return Optional.of(() -> server.answer(broken.call(), Refusals.truncated()));
        }
        return input instanceof Call.Dropped dropped
                ? Optional.of(() -> server.abandon(dropped.id()))
                : Optional.empty();
    }

    @Override
    public void close() {
        clients.forEach(RawClient::close);
        server.close(ENVIRONMENT);
    }
}
