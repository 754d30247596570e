// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.lambdarium.simulator.Payload;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few bodies that must be understood. AWS reads them with Go's decoder, which has its own mind and words. */
final class ControlJson {

    private static final Payload INVALID_ERROR = Payload.of("\"Invalid error body\"");

    private ControlJson() {}

    /** The events that an extension asks for when it registers, as it spells them. Source: extensions-telemetry §1.3. */
    static List<String> eventsToRegister(Payload body) throws MalformedBodyException {
        List<String> events = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        readObject(body, (name, json) -> {
            if (name.equalsIgnoreCase("events")) {
                replace(events, texts(json, name));
            } else if (name.equalsIgnoreCase("configurationKeys")) {
                replace(keys, texts(json, name));
            } else {
                json.skipValue();
            }
        });
        if (!keys.isEmpty()) {
            throw new MalformedBodyException("configurationKeys are deprecated; use environment variables instead");
        }
        return List.copyOf(events);
    }

    /** What is passed on of an error that came with its cause. */
    static Payload withoutCause(Payload body) {
        StringBuilder message = new StringBuilder();
        StringBuilder type = new StringBuilder();
        List<String> stackTrace = new ArrayList<>();
        try {
            readObject(body, (name, json) -> {
                if (name.equalsIgnoreCase("errorMessage")) {
                    replace(message, json, name);
                } else if (name.equalsIgnoreCase("errorType")) {
                    replace(type, json, name);
                } else if (name.equalsIgnoreCase("stackTrace")) {
                    replace(stackTrace, texts(json, name));
                } else {
                    json.skipValue();
                }
            });
        } catch (MalformedBodyException e) {
            return INVALID_ERROR;
        }
        JsonObject error =
                new JsonObject().text("errorMessage", message.toString()).text("errorType", type.toString());
        return Payload.of((stackTrace.isEmpty() ? error : error.texts("stackTrace", stackTrace)).toString());
    }

    private static void replace(List<String> old, List<String> values) {
        old.clear();
        old.addAll(values);
    }

    /** Go leaves a value alone that is to be set to null. */
    private static void replace(StringBuilder old, JsonReader json, String field)
            throws IOException, MalformedBodyException {
        text(json, field).ifPresent(value -> old.replace(0, old.length(), value));
    }

    private static void readObject(Payload body, Members members) throws MalformedBodyException {
        Optional<String> complaint = GoScanner.complaint(body.bytes());
        if (complaint.isPresent()) {
            throw new MalformedBodyException(complaint.get());
        }
        try (JsonReader json = new JsonReader(new StringReader(body.text()))) {
            json.setNestingLimit(GoScanner.DEPTH);
            if (json.peek() == JsonToken.NULL) {
                return;
            }
            require(json, JsonToken.BEGIN_OBJECT, "value");
            json.beginObject();
            while (json.hasNext()) {
                members.read(json.nextName(), json);
            }
        } catch (IOException e) {
            throw new MalformedBodyException("json: " + e.getMessage());
        }
    }

    private static List<String> texts(JsonReader json, String field) throws IOException, MalformedBodyException {
        List<String> texts = new ArrayList<>();
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return texts;
        }
        require(json, JsonToken.BEGIN_ARRAY, "field " + field);
        json.beginArray();
        while (json.hasNext()) {
            texts.add(text(json, field).orElse(""));
        }
        json.endArray();
        return texts;
    }

    private static Optional<String> text(JsonReader json, String field) throws IOException, MalformedBodyException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return Optional.empty();
        }
        require(json, JsonToken.STRING, "field " + field);
        return Optional.of(json.nextString());
    }

    /** The words differ from one version of Go to the next; only their beginning does not. */
    private static void require(JsonReader json, JsonToken wanted, String where)
            throws IOException, MalformedBodyException {
        JsonToken found = json.peek();
        if (found != wanted) {
            throw new MalformedBodyException("json: cannot unmarshal " + word(found) + " into Go " + where);
        }
    }

    private static String word(JsonToken token) {
        return switch (token) {
            case BEGIN_ARRAY -> "array";
            case BEGIN_OBJECT -> "object";
            case STRING -> "string";
            case NUMBER -> "number";
            default -> "bool";
        };
    }

    /** What to do with a member of an object; its value must be read. */
    private interface Members {
        void read(String name, JsonReader json) throws IOException, MalformedBodyException;
    }
}
