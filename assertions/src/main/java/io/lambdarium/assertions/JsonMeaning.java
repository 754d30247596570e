// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.assertions;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether two trees of JSON mean the same. Gson compares numbers as doubles, to which long identifiers are all one. */
final class JsonMeaning {

    private JsonMeaning() {}

    static boolean same(JsonElement one, JsonElement other) {
        if (one instanceof JsonObject object && other instanceof JsonObject another) {
            return same(object, another);
        }
        if (one instanceof JsonArray list && other instanceof JsonArray another) {
            return same(list, another);
        }
        if (isNumber(one) && isNumber(other)) {
            return sameNumber(one.getAsString(), other.getAsString());
        }
        return one.equals(other);
    }

    private static boolean same(JsonObject one, JsonObject other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
    }

    private static boolean same(JsonArray one, JsonArray other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!same(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(JsonElement tree) {
        return tree instanceof JsonPrimitive primitive && primitive.isNumber();
    }

    /** However they are written, except where the exponent is so long that no decimal has it. */
    private static boolean sameNumber(String one, String other) {
        Optional<BigDecimal> number = decimal(one);
        Optional<BigDecimal> another = decimal(other);
        if (number.isPresent() && another.isPresent()) {
            return number.get().compareTo(another.get()) == 0;
        }
        return one.equals(other);
    }

    /** It keeps its exponent beside its digits, and they are compared without writing out either. */
    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
