// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.nio.ByteBuffer;

/**
 * Whether the chunks of a body are framed as Go's server wants them, which is what Lambda uses.
 *
 * <p>Undertow is lenient: it takes a size that is no number for the last chunk, and overlooks what stands between a chunk and
 * its line end. A runtime that counts wrongly would pass here, its answer cut short, and fail on Lambda.
 */
final class ChunkFraming {

    private static final int MOST_DIGITS = 16;
    private static final int NO_DIGIT = -1;

    private enum Place {
        SIZE,
        BLANKS_AFTER_SIZE,
        EXTENSION,
        LINE_FEED_AFTER_SIZE,
        DATA,
        RETURN_AFTER_DATA,
        LINE_FEED_AFTER_DATA,
        TRAILER,
        NOWHERE
    }

    private Place place = Place.SIZE;
    private int digits;
    private long size;

    /** Takes the next bytes of the connection. */
    void see(ByteBuffer bytes) {
        while (bytes.hasRemaining() && place != Place.TRAILER && place != Place.NOWHERE) {
            if (place == Place.DATA) {
                skip(bytes);
            } else {
                place = after((char) (bytes.get() & 0xFF));
            }
        }
    }

    /** No more bytes will come; says whether that breaks it, and it was not broken before. */
    boolean breaksOff() {
        boolean now = !isBroken() && !isOver();
        place = now ? Place.NOWHERE : place;
        return now;
    }

    /** Whether no server could make sense of it. */
    boolean isBroken() {
        return place == Place.NOWHERE;
    }

    /** Whether the last chunk was there; what may follow, Undertow judges as Go does. */
    boolean isOver() {
        return place == Place.TRAILER;
    }

    private void skip(ByteBuffer bytes) {
        int seen = (int) Math.min(size, bytes.remaining());
        bytes.position(bytes.position() + seen);
        size -= seen;
        place = size == 0 ? Place.RETURN_AFTER_DATA : Place.DATA;
    }

    private Place after(char next) {
        return switch (place) {
            case SIZE -> afterDigits(next);
            case BLANKS_AFTER_SIZE -> isBlank(next) ? place : only('\r', next, Place.LINE_FEED_AFTER_SIZE);
            case EXTENSION -> next == '\n' ? Place.NOWHERE : next == '\r' ? Place.LINE_FEED_AFTER_SIZE : place;
            case LINE_FEED_AFTER_SIZE -> only('\n', next, begin());
            case RETURN_AFTER_DATA -> only('\r', next, Place.LINE_FEED_AFTER_DATA);
            default -> only('\n', next, Place.SIZE);
        };
    }

    private Place afterDigits(char next) {
        int digit = next < 0x80 ? Character.digit(next, 16) : NO_DIGIT;
        if (digit != NO_DIGIT && digits < MOST_DIGITS) {
            digits++;
            size = (size << 4) + digit;
            return place;
        }
        if (digits == 0 || digit != NO_DIGIT) {
            return Place.NOWHERE;
        }
        return switch (next) {
            case ';' -> Place.EXTENSION;
            case ' ', '\t' -> Place.BLANKS_AFTER_SIZE;
            default -> only('\r', next, Place.LINE_FEED_AFTER_SIZE);
        };
    }

    private Place begin() {
        digits = 0;
        if (size == 0) {
            return Place.TRAILER;
        }
        return size < 0 ? Place.NOWHERE : Place.DATA;
    }

    private static boolean isBlank(char character) {
        return character == ' ' || character == '\t';
    }

    private static Place only(char allowed, char found, Place then) {
        return found == allowed ? then : Place.NOWHERE;
    }
}
