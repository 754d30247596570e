// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which environment variables Lambda accepts (L-114), and which of this machine can be passed on. */
final class VariableRules {

    /** Room for all variables, in bytes of JSON: 4 KB. Source: lifecycle §4.2; what is measured is quoted in the refusal. */
    private static final int ROOM = 4096;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");
    private static final Pattern NAME_ON_HOST = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    /** What Lambda sets beside those that it reserves by name. Source: lifecycle §4.1. */
    private static final Pattern SET_BY_LAMBDA = Pattern.compile("_HANDLER|_X_AMZN_.*|_AWS_.*|_LAMBDA_.*");

    private static final String UNABLE =
            "InvalidParameterValueException, \"Lambda was unable to configure your environment "
                    + "variables because the environment variables you have provided ";

    /** Keys that Lambda keeps for itself. Source: lifecycle §4.1. */
    private static final Set<String> RESERVED = Set.of(
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_FUNCTION_NAME",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_FUNCTION_VERSION",
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_LAMBDA_RUNTIME_API",
            "AWS_LAMBDA_MAX_CONCURRENCY",
            "AWS_LAMBDA_METADATA_API",
            "AWS_LAMBDA_METADATA_TOKEN",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private VariableRules() {}

    static void requireName(String name) {
        FunctionRules.require(
                !RESERVED.contains(name),
                "Cannot set the variable \"" + name + "\": Lambda refuses it with " + UNABLE
                        + "contains reserved keys that are currently not supported for modification. Reserved keys used in "
                        + "this request: " + name + "\". Choose another name: Lambda sets this one itself.");
        FunctionRules.require(
                NAME.matcher(name).matches(),
                "Cannot set the variable \"" + Payload.of(name)
                        + "\": Lambda takes names of two or more letters, digits and "
                        + "underscores that begin with a letter. Choose such a name.");
    }

    /** A system passes variables on as texts that end with a NUL. What this machine does not have is null where it is looked up. */
    static void requireValue(String name, @Nullable String value) {
        if (value == null) {
            throw new SimulatorException(
                    "Cannot set the variable \"" + Payload.of(name) + "\" to null: a variable has a value "
                            + "or is not there. Leave it out; or, if it is one of this machine, let passing(…) name it.");
        }
        FunctionRules.require(
                value.indexOf('\0') < 0,
                "Cannot set the variable \"" + Payload.of(name)
                        + "\" to a value with a NUL in it: a process would find "
                        + "what is before that only. Encode it, in Base64 for example.");
    }

    static void requireRoom(Map<String, String> variables) {
        int measured = measure(variables);
        FunctionRules.require(
                measured <= ROOM,
                "Cannot set variables of " + measured + " bytes as JSON: Lambda refuses more than " + ROOM + " with "
                        + UNABLE + "exceeded the 4KB limit\". Shorten them.");
    }

    static void requireNameOnHost(String name) {
        FunctionRules.require(
                !RESERVED.contains(name) && !SET_BY_LAMBDA.matcher(name).matches(),
                "Cannot pass on the variable \"" + name + "\" of this machine: Lambda reserves it and sets it itself. "
                        + "Pass on others only.");
        FunctionRules.require(
                NAME_ON_HOST.matcher(name).matches(),
                "Cannot pass on the variable \"" + Payload.of(name)
                        + "\" of this machine: a variable has letters, digits and "
                        + "underscores, and does not begin with a digit. Name one alone, and not its value.");
    }

    /** Lambda measures the text {@code {"NAME":"value","OTHER":"value"}}. */
    private static int measure(Map<String, String> variables) {
        int quotesAndColons = 5 * variables.size();
        int commas = Math.max(0, variables.size() - 1);
        int texts = variables.entrySet().stream()
                .mapToInt(entry -> measure(entry.getKey()) + measure(entry.getValue()))
                .sum();
        return "{}".length() + quotesAndColons + commas + texts;
    }

    private static int measure(String text) {
        int escaped = text.chars().map(VariableRules::lengthOfEscape).sum();
        return text.getBytes(StandardCharsets.UTF_8).length + escaped;
    }

    /** How many bytes more a character has in JSON. */
    private static int lengthOfEscape(int character) {
        return switch (character) {
            case '"', '\\', '\b', '\f', '\n', '\r', '\t' -> 1;
            default -> character < ' ' ? 5 : 0;
        };
    }
}
