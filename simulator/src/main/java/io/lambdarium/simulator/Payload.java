// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Bytes that the simulator carries between caller and runtime and never looks into.
 *
 * <p>Its {@code toString} is for readers: text, cut after a while, with control characters escaped.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Payload {

    private static final Payload EMPTY = new Payload(new byte[0]);
    private static final int READABLE = 200;

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /** No bytes at all. */
    public static Payload empty() {
        return EMPTY;
    }

    /** The text in UTF-8. */
    public static Payload of(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /** These bytes themselves, not a copy: whoever hands them over must not change them any more. */
    public static Payload of(byte[] bytes) {
        return new Payload(bytes);
    }

    /** The bytes themselves, not a copy: whoever gets them must not change them. */
    public byte[] bytes() {
        return bytes;
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        String text = new String(bytes, 0, Math.min(bytes.length, READABLE), StandardCharsets.UTF_8);
        String readable = text.codePoints()
                .mapToObj(Payload::readable)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
        return bytes.length <= READABLE ? readable : readable + "… (" + bytes.length + " bytes)";
    }

    private static String readable(int character) {
        return character == ' ' || isPlain(character)
                ? Character.toString(character)
                : String.format("\\u%04x", character);
    }

    /** Neither invisible nor reordering its neighbors, as bidirectional controls do. */
    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
