// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** What Lambda accepts when a function is created. */
final class FunctionRules {

    /** Longest function timeout. Source: runtime-invoke §0.4. */
    private static final long LONGEST_TIMEOUT = 900;

    /** How many layers a function may have. Source: lifecycle §4.5. */
    private static final int LAYERS = 5;

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_]{1,64}");
    private static final Pattern HANDLER = Pattern.compile("\\S{1,128}");

    private FunctionRules() {}

    static void requireName(String name) {
        require(
                NAME.matcher(name).matches(),
                "Cannot name a function \"" + name
                        + "\": Lambda takes 1 to 64 letters, digits, hyphens and underscores. "
                        + "Choose such a name.");
    }

    static void requireHandler(String handler) {
        require(
                HANDLER.matcher(handler).matches() && handler.chars().noneMatch(Character::isISOControl),
                "Cannot set the handler \"" + Payload.of(handler)
                        + "\": Lambda takes 1 to 128 characters without blanks. Choose such a name.");
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

    static void requireLayers(List<Path> layers) {
        require(
                layers.size() <= LAYERS,
                "Cannot add a layer to " + LAYERS + ": Lambda says \"Cannot reference more than 5 layers.\". "
                        + "Put some of them together.");
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

    static void require(boolean held, String otherwise) {
        if (!held) {
            throw new SimulatorException(otherwise);
        }
    }
}
