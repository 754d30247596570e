// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What Lambda accepts when a function is created. */
final class FunctionRules {

    /** Longest function timeout. Source: runtime-invoke §0.4. */
    private static final long LONGEST_TIMEOUT = 900;

    /** Room for all names and values of variables, in bytes. Source: lifecycle §4.2. */
    private static final int VARIABLES = 4096;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_]{1,64}");
    private static final Pattern VARIABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]+");

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

    private FunctionRules() {}

    static void requireName(String name) {
        require(
                NAME.matcher(name).matches(),
                "Cannot name a function \"" + name
                        + "\": Lambda takes 1 to 64 letters, digits, hyphens and underscores. "
                        + "Choose such a name.");
    }

    static void requireTimeout(Duration timeout) {
        boolean whole = timeout.getNano() == 0;
        boolean inRange = timeout.getSeconds() >= 1 && timeout.getSeconds() <= LONGEST_TIMEOUT;
        require(
                whole && inRange,
                "Cannot set a timeout of " + timeout + ": Lambda takes whole seconds from 1 to " + LONGEST_TIMEOUT
                        + ". In virtual time even 900 seconds pass in a millisecond.");
    }

    static void requireMemory(int megabytes) {
        require(
                megabytes >= 128 && megabytes <= 10_240,
                "Cannot set a memory size of " + megabytes + " MB: Lambda takes 128 to 10240. Choose one of these.");
    }

    static void requireStorage(int megabytes) {
        require(
                megabytes >= 512 && megabytes <= 10_240,
                "Cannot set a storage of " + megabytes + " MB: Lambda takes 512 to 10240. Choose one of these.");
    }

    static void requireConcurrency(int limit) {
        require(
                limit >= 0,
                "Cannot reserve a concurrency of " + limit + ": it must be 0, which throttles all, or more.");
    }

    static void requireVariable(String name) {
        require(
                !RESERVED.contains(name),
                "Cannot set the variable \"" + name
                        + "\": Lambda reserves it and sets it itself. Choose another name.");
        require(
                VARIABLE.matcher(name).matches(),
                "Cannot set the variable \"" + name + "\": Lambda takes names of two or more letters, digits and "
                        + "underscores that begin with a letter. Choose such a name.");
    }

    static void requireRoom(Map<String, String> variables) {
        int bytes = variables.entrySet().stream()
                .mapToInt(entry -> length(entry.getKey()) + length(entry.getValue()))
                .sum();
        require(
                bytes <= VARIABLES,
                "Cannot set variables of " + bytes + " bytes: Lambda has room for " + VARIABLES
                        + " in all names and values together. Shorten them.");
    }

    static void requireExtensionName(String name) {
        boolean fileName = !name.isEmpty() && !name.contains("/") && !name.equals(".") && !name.equals("..");
        boolean printable = name.chars().noneMatch(Character::isISOControl);
        require(
                fileName && printable,
                "Cannot name an extension \"" + Payload.of(name)
                        + "\": the name must be what its file in /opt/extensions "
                        + "could be called. Choose a plain file name.");
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void require(boolean held, String otherwise) {
        if (!held) {
            throw new SimulatorException(otherwise);
        }
    }
}
