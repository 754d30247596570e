// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

/** The steps through a number. */
final class GoNumber {

    private final GoScanner scanner;

    GoNumber(GoScanner scanner) {
        this.scanner = scanner;
    }

    void minus(int next) {
        if (next == '0') {
            scanner.become(this::wholePart);
        } else {
            digitOr(next, this::digits, "in numeric literal");
        }
    }

    void digits(int next) {
        if (!isDigit(next)) {
            wholePart(next);
        }
    }

    void wholePart(int next) {
        if (next == '.') {
            scanner.become(first -> digitOr(first, this::fraction, "after decimal point in numeric literal"));
        } else {
            exponentOrEnd(next);
        }
    }

    private void fraction(int next) {
        if (!isDigit(next)) {
            exponentOrEnd(next);
        }
    }

    private void exponentOrEnd(int next) {
        if (next == 'e' || next == 'E') {
            scanner.become(this::exponentSign);
        } else {
            scanner.afterValue(next);
        }
    }

    private void exponentSign(int next) {
        if (next == '+' || next == '-') {
            scanner.become(first -> digitOr(first, this::exponent, "in exponent of numeric literal"));
        } else {
            digitOr(next, this::exponent, "in exponent of numeric literal");
        }
    }

    private void exponent(int next) {
        if (!isDigit(next)) {
            scanner.afterValue(next);
        }
    }

    void digitOr(int next, GoScanner.Step then, String otherwise) {
        if (isDigit(next)) {
            scanner.become(then);
        } else {
            scanner.complain(next, otherwise);
        }
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }
}
