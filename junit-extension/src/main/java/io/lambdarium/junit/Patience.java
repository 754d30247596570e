// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Reads how long to wait: {@code "10s"}, {@code "500ms"}, {@code "2m"} or ISO 8601. */
final class Patience {

    static final String PARAMETER = "lambdarium.patience";

    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m)");

    private Patience() {}

    /** What the annotation says, or else the configuration, if one of them says something. */
    static Optional<Duration> said(String annotation, ExtensionContext context) {
        return annotation.isBlank()
                ? context.getConfigurationParameter(PARAMETER)
                        .map(text -> parsed(text, "the configuration parameter " + PARAMETER))
                : Optional.of(parsed(annotation, "@LambdaSimulator(patience = …)"));
    }

    private static Duration parsed(String text, String source) {
        return amount(text.strip().toLowerCase(Locale.ROOT))
                .filter(patience -> !patience.isNegative() && !patience.isZero())
                .orElseThrow(
                        () -> new ExtensionConfigurationException("Cannot wait for \"" + text + "\", which " + source
                                + " asks for: that is no positive duration. Write a number and a unit, such as 500ms, 10s or 2m, "
                                + "or ISO 8601, such as PT10S."));
    }

    private static Optional<Duration> amount(String text) {
        Matcher simple = NUMBER_AND_UNIT.matcher(text);
        if (simple.matches()) {
            long number = Long.parseLong(simple.group(1));
            return Optional.of(
                    switch (simple.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        default -> Duration.ofMinutes(number);
                    });
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
