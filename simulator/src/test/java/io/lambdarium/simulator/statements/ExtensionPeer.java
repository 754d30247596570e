// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.Attached.Seat;
import io.lambdarium.simulator.wire.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** An external extension, played by the test. */
final class ExtensionPeer extends Peer {

    static final String REGISTER = "/2020-01-01/extension/register";
    static final String NEXT = "/2020-01-01/extension/event/next";
    static final String INIT_ERROR = "/2020-01-01/extension/init/error";
    static final String EXIT_ERROR = "/2020-01-01/extension/exit/error";

    private final String name;

    ExtensionPeer(Scene scene, Seat seat, String name) {
        super(scene, seat);
        this.name = name;
    }

    /** Registers under its own name for these events, and gives the identifier. */
    String register(String... events) {
        return identifier(register(name, events));
    }

    /** Registers under that name for these events. */
    Reply register(String underName, String[] events) {
        String list = Arrays.stream(events).map(event -> '"' + event + '"').collect(Collectors.joining(","));
        return ask("POST", REGISTER, "{\"events\":[" + list + "]}", "Lambda-Extension-Name: " + underName);
    }

    /** Registers under its own name with that body. */
    Reply registerWith(String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Lambda-Extension-Name: " + name);
        return ask("POST", REGISTER, body, all.toArray(String[]::new));
    }

    /** Registers under its own name for these events, which need not be granted. */
    Reply tryToRegister(String... events) {
        return register(name, events);
    }

    /** Asks for the next event, and waits for the answer. */
    Reply askNext(String... headers) {
        return ask("GET", NEXT, "", headers);
    }

    /** Asks for the next event; returns when the call is parked or answered. */
    Poll next(String identifier) {
        return poll(NEXT, "Lambda-Extension-Identifier: " + identifier);
    }

    /** Reports an error to that path. */
    Reply report(String path, String identifier, String errorType) {
        return ask(
                "POST",
                path,
                "{}",
                "Lambda-Extension-Identifier: " + identifier,
                "Lambda-Extension-Function-Error-Type: " + errorType);
    }

    static String identifier(Reply registered) {
        return registered.header("Lambda-Extension-Identifier");
    }
}
