// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.util.List;
import java.util.stream.Collectors;

/** A JSON object in the making: its members in the order given, its strings escaped as Go escapes them. */
final class JsonObject {

    private final StringBuilder json = new StringBuilder("{");

    JsonObject text(String name, String value) {
        return member(name, JsonText.quoted(value));
    }

    JsonObject number(String name, long value) {
        return member(name, Long.toString(value));
    }

    JsonObject object(String name, JsonObject value) {
        return member(name, value.toString());
    }

    JsonObject texts(String name, List<String> values) {
        return member(name, values.stream().map(JsonText::quoted).collect(Collectors.joining(",", "[", "]")));
    }

    private JsonObject member(String name, String value) {
        json.append(json.length() == 1 ? "" : ",")
                .append(JsonText.quoted(name))
                .append(':')
                .append(value);
        return this;
    }

    @Override
    public String toString() {
        return json + "}";
    }
}
