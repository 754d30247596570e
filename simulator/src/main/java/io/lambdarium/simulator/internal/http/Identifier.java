// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.util.Locale;
import java.util.Optional;

/** The identifier of an extension, which may be written in four ways (E-050). */
final class Identifier {

    private static final String URN = "urn:uuid:";
    private static final int DIGITS = 32;
    private static final int WITH_HYPHENS = 36;

    private Identifier() {}

    /** As it was given out: in lower case, with hyphens; empty if it is none. */
    static Optional<String> canonical(String written) {
        String bare = unwrap(written.toLowerCase(Locale.ROOT));
        if (bare.length() == WITH_HYPHENS && isHyphenated(bare)) {
            return Optional.of(bare);
        }
        return bare.length() == DIGITS && areDigits(bare) ? Optional.of(hyphenate(bare)) : Optional.empty();
    }

    private static String unwrap(String written) {
        if (written.startsWith(URN) && written.length() == URN.length() + WITH_HYPHENS) {
            return written.substring(URN.length());
        }
        boolean braced = written.length() == WITH_HYPHENS + 2 && written.startsWith("{") && written.endsWith("}");
        return braced ? written.substring(1, written.length() - 1) : written;
    }

    private static boolean isHyphenated(String bare) {
        String digits = bare.replace("-", "");
        return digits.length() == DIGITS
                && areDigits(digits)
                && hyphenate(digits).equals(bare);
    }

    private static boolean areDigits(String digits) {
        return digits.chars().allMatch(digit -> (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'));
    }

    private static String hyphenate(String digits) {
        return String.join(
                "-",
                digits.substring(0, 8),
                digits.substring(8, 12),
                digits.substring(12, 16),
                digits.substring(16, 20),
                digits.substring(20));
    }
}
