// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;

/** Texts read as JSON, strictly: what Lambda's callers could not parse is not JSON to us either. */
final class JsonText {

    private JsonText() {}

    /**
     * Whether both are the same text, or else both are JSON of the same meaning: blanks and the order of keys say nothing,
     * the order of a list does, and so does each digit of a number.
     */
    static boolean same(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        Optional<JsonElement> tree = parse(one);
        return tree.isPresent()
                && parse(other).filter(it -> JsonMeaning.same(tree.get(), it)).isPresent();
    }

    /** What stands under that key of the object that the text is, if it is a text itself. */
    static Optional<String> field(String text, String key) {
        return parse(text)
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject)
                .map(object -> object.get(key))
                .filter(value -> value instanceof JsonPrimitive primitive && primitive.isString())
                .map(JsonElement::getAsString);
    }

    private static Optional<JsonElement> parse(String text) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            if (reader.peek() == JsonToken.END_DOCUMENT) { // the parser would take nothing for null
                return Optional.empty();
            }
            JsonElement tree = JsonParser.parseReader(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(tree) : Optional.empty();
        } catch (JsonParseException | IOException e) {
            return Optional.empty();
        }
    }
}
