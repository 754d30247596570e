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
    private final GoString string = new GoString(this);
    private final GoNumber number = new GoNumber(this);
    private Step step = this::value;
    private String literal = "";
    private int matched;
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
            case '"' -> step = string::character;
            case '-' -> step = number::minus;
            case '0' -> step = number::wholePart;
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number.digitOr(next, number::digits, "looking for beginning of value");
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
            step = string::character;
        } else if (!isBlank(next)) {
            complain(next, "looking for beginning of object key string");
        }
    }

    // --- names ---

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

    void valueEnded() {
        step = this::afterValue;
        done = open.isEmpty();
    }

    private void leave() {
        open.pop();
        valueEnded();
    }

    void afterValue(int next) {
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

    void become(Step then) {
        step = then;
    }

    private void follow(Within now, Step then) {
        open.pop();
        open.push(now);
        step = then;
    }

    void complain(int next, String where) {
        complaint = Optional.of("invalid character " + GoCharacter.quoted(next) + " " + where);
    }

    private static boolean isBlank(int next) {
        return next == ' ' || next == '\t' || next == '\r' || next == '\n';
    }

    /** What to do with the next byte. */
    interface Step {
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
