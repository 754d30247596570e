// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Says of a text whether it is JSON and, in the words of Go's decoder, why it is not. Source: extensions-telemetry §1.3. */
final class GoScanner {

    /** Values within values. */
    static final int DEPTH = 10_000;

    private static final String UNEXPECTED_END = "unexpected end of JSON input";

    private final Deque<Within> open = new ArrayDeque<>();
    private Step step = this::value;
    private String literal = "";
    private int matched;
    private int hexDigits;
    private boolean done;
    private Optional<String> complaint = Optional.empty();

    private GoScanner() {}

    static Optional<String> complaint(byte[] text) {
        GoScanner scanner = new GoScanner();
        for (byte next : text) {
            scanner.step.take(next & 0xFF);
            if (scanner.complaint.isPresent()) {
                return scanner.complaint;
            }
        }
        return scanner.end();
    }

    /** A number is over only when something else follows, so the end is announced by a blank. */
    private Optional<String> end() {
        if (!done) {
            step.take(' ');
        }
        return done || complaint.isPresent() ? complaint : Optional.of(UNEXPECTED_END);
    }

    private void value(int next) {
        switch (next) {
            case ' ', '\t', '\r', '\n' -> {}
            case '{' -> enter(Within.KEY, this::keyOrEnd);
            case '[' -> enter(Within.ELEMENT, this::valueOrEnd);
            case '"' -> step = this::string;
            case '-' -> step = this::minus;
            case '0' -> step = this::wholePart;
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> digitOr(next, this::digits, "looking for beginning of value");
        }
    }

    private void enter(Within kind, Step first) {
        open.push(kind);
        step = first;
        if (open.size() > DEPTH) {
            complaint = Optional.of("exceeded max depth");
        }
    }

    private void valueOrEnd(int next) {
        if (next == ']') {
            leave();
        } else {
            value(next);
        }
    }

    private void keyOrEnd(int next) {
        if (next == '}') {
            leave();
        } else {
            key(next);
        }
    }

    private void key(int next) {
        if (next == '"') {
            step = this::string;
        } else if (!isBlank(next)) {
            complain(next, "looking for beginning of object key string");
        }
    }

    // --- strings ---

    private void string(int next) {
        if (next == '"') {
            valueEnded();
        } else if (next == '\\') {
            step = this::escape;
        } else if (next < ' ') {
            complain(next, "in string literal");
        }
    }

    private void escape(int next) {
        switch (next) {
            case 'b', 'f', 'n', 'r', 't', '\\', '/', '"' -> step = this::string;
            case 'u' -> {
                hexDigits = 0;
                step = this::hexDigit;
            }
            default -> complain(next, "in string escape code");
        }
    }

    private void hexDigit(int next) {
        if (Character.digit(next, 16) < 0 || next > 'f') {
            complain(next, "in \\u hexadecimal character escape");
        } else if (++hexDigits == 4) {
            step = this::string;
        }
    }

    // --- numbers and names ---

    private void minus(int next) {
        if (next == '0') {
            step = this::wholePart;
        } else {
            digitOr(next, this::digits, "in numeric literal");
        }
    }

    private void digits(int next) {
        if (!isDigit(next)) {
            wholePart(next);
        }
    }

    private void wholePart(int next) {
        if (next == '.') {
            step = first -> digitOr(first, this::fraction, "after decimal point in numeric literal");
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
            step = this::exponentSign;
        } else {
            afterValue(next);
        }
    }

    private void exponentSign(int next) {
        if (next == '+' || next == '-') {
            step = first -> digitOr(first, this::exponent, "in exponent of numeric literal");
        } else {
            digitOr(next, this::exponent, "in exponent of numeric literal");
        }
    }

    private void exponent(int next) {
        if (!isDigit(next)) {
            afterValue(next);
        }
    }

    private void literal(String word) {
        literal = word;
        matched = 1;
        step = this::restOfLiteral;
    }

    private void restOfLiteral(int next) {
        char expected = literal.charAt(matched);
        if (next != expected) {
            complain(next, "in literal " + literal + " (expecting '" + expected + "')");
        } else if (++matched == literal.length()) {
            valueEnded();
        }
    }

    // --- what follows ---

    private void valueEnded() {
        step = this::afterValue;
        done = open.isEmpty();
    }

    private void leave() {
        open.pop();
        valueEnded();
    }

    private void afterValue(int next) {
        done = open.isEmpty();
        step = this::afterValue;
        if (isBlank(next)) {
            return;
        }
        if (open.isEmpty()) {
            complain(next, "after top-level value");
        } else {
            open.peek().follow(this, next);
        }
    }

    private void follow(Within now, Step then) {
        open.pop();
        open.push(now);
        step = then;
    }

    private void digitOr(int next, Step then, String otherwise) {
        if (isDigit(next)) {
            step = then;
        } else {
            complain(next, otherwise);
        }
    }

    private void complain(int next, String where) {
        complaint = Optional.of("invalid character " + GoCharacter.quoted(next) + " " + where);
    }

    private static boolean isDigit(int next) {
        return next >= '0' && next <= '9';
    }

    private static boolean isBlank(int next) {
        return next == ' ' || next == '\t' || next == '\r' || next == '\n';
    }

    /** What to do with the next byte. */
    private interface Step {
        void take(int next);
    }

    /** Where in an object or array we are. */
    private enum Within {
        KEY {
            @Override
            void follow(GoScanner scanner, int next) {
                if (next == ':') {
                    scanner.follow(MEMBER, scanner::value);
                } else {
                    scanner.complain(next, "after object key");
                }
            }
        },
        MEMBER {
            @Override
            void follow(GoScanner scanner, int next) {
                if (next == ',') {
                    scanner.follow(KEY, scanner::key);
                } else if (next == '}') {
                    scanner.leave();
                } else {
                    scanner.complain(next, "after object key:value pair");
                }
            }
        },
        ELEMENT {
            @Override
            void follow(GoScanner scanner, int next) {
                if (next == ',') {
                    scanner.follow(ELEMENT, scanner::value);
                } else if (next == ']') {
                    scanner.leave();
                } else {
                    scanner.complain(next, "after array element");
                }
            }
        };

        abstract void follow(GoScanner scanner, int next);
    }
}
