// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

/** The steps through a string, after its first quote. */
final class GoString {

    private final GoScanner scanner;
    private int hexDigits;

    GoString(GoScanner scanner) {
        this.scanner = scanner;
    }

    void character(int next) {
        if (next == '"') {
            scanner.valueEnded();
        } else if (next == '\\') {
            scanner.become(this::escape);
        } else if (next < ' ') {
            scanner.complain(next, "in string literal");
        }
    }

    private void escape(int next) {
        switch (next) {
            case 'b', 'f', 'n', 'r', 't', '\\', '/', '"' -> scanner.become(this::character);
            case 'u' -> {
                hexDigits = 0;
                scanner.become(this::hexDigit);
            }
            default -> scanner.complain(next, "in string escape code");
        }
    }

    private void hexDigit(int next) {
        if (Character.digit(next, 16) < 0 || next > 'f') {
            scanner.complain(next, "in \\u hexadecimal character escape");
        } else if (++hexDigits == 4) {
            scanner.become(this::character);
        }
    }
}
