// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import io.lambdarium.simulator.Logging.Level;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What Lambda reads in a line of the function while it logs JSON. Source: lifecycle §5.2.
 *
 * @param level how bad it is; INFO where it says nothing that counts
 * @param timestamp when it was written, if it says so
 */
record ApplicationLevel(Level level, Optional<Instant> timestamp) {

    private static final ApplicationLevel PLAIN = new ApplicationLevel(Level.INFO, Optional.empty());

    /** Strict, as the parsers of others are. */
    private static final Gson JSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** An object whose timestamp is valid has the level that it names; everything else is INFO. */
    static ApplicationLevel of(String line) {
        return line.stripLeading().startsWith("{")
                ? object(line).map(ApplicationLevel::of).orElse(PLAIN)
                : PLAIN;
    }

    private static ApplicationLevel of(JsonObject object) {
        return text(object, "timestamp")
                .or(() -> text(object, "time"))
                .flatMap(ApplicationLevel::instant)
                .map(at -> new ApplicationLevel(level(object), Optional.of(at)))
                .orElse(PLAIN);
    }

    private static Optional<JsonObject> object(String line) {
        try {
            return Optional.ofNullable(JSON.fromJson(line, JsonObject.class));
        } catch (JsonParseException noJson) {
            return Optional.empty();
        }
    }

    private static Level level(JsonObject object) {
        String name = text(object, "level").orElse("").toUpperCase(Locale.ROOT);
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(name))
                .findFirst()
                .orElse(Level.INFO);
    }

    private static Optional<String> text(JsonObject object, String key) {
        return Optional.ofNullable(object.get(key))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString);
    }

    private static Optional<Instant> instant(String rfc3339) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(rfc3339, Instant::from));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
