// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/** A ZIP written byte by byte, which can have modes and can lie. */
final class HandmadeZip {

    static final int UNIX = 3;
    static final int WINDOWS = 0;
    private static final int LARGE = 28;

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private int system = UNIX;
    private int flags;
    private int method;
    private int lie;
    private boolean large;
    private int count;

    /** From now on, entries are said to be made on that system. */
    HandmadeZip madeOn(int other) {
        system = other;
        return this;
    }

    /** From now on, entries have these flags and that method of compression, whatever their bytes. */
    HandmadeZip marked(int otherFlags, int otherMethod) {
        flags = otherFlags;
        method = otherMethod;
        return this;
    }

    /** From now on, entries are said to have that many bytes more than they have. */
    HandmadeZip exaggerating(int bytes) {
        lie = bytes;
        return this;
    }

    /** From now on, the numbers of entries stand where they would if they were too large for their fields. */
    HandmadeZip large() {
        large = true;
        return this;
    }

    HandmadeZip file(String name, int permissions, String text) {
        return entry(name, 0100000 | permissions, text);
    }

    HandmadeZip directory(String name, int permissions) {
        return entry(name, 0040000 | permissions, "");
    }

    HandmadeZip link(String name, String target) {
        return entry(name, 0120777, target);
    }

    HandmadeZip entry(String name, int mode, String text) {
        return entry(name.getBytes(StandardCharsets.UTF_8), mode, text.getBytes(StandardCharsets.UTF_8));
    }

    HandmadeZip entry(byte[] name, int mode, byte[] bytes) {
        int header = content.size();
        put(
                content,
                numbers(14).putInt(0, 0x04034b50).putShort(6, (short) flags).putShort(8, (short) method));
        put(content, sizes(name, bytes, 0));
        content.writeBytes(name);
        content.writeBytes(bytes);
        put(
                table,
                numbers(16)
                        .putInt(0, 0x02014b50)
                        .put(5, (byte) system)
                        .putShort(8, (short) flags)
                        .putShort(10, (short) method));
        put(table, sizes(name, bytes, large ? LARGE : 0));
        put(table, numbers(14).putInt(6, mode << 16).putInt(10, large ? -1 : header));
        table.writeBytes(name);
        if (large) {
            ByteBuffer extra = numbers(LARGE).putShort((short) 1).putShort((short) (LARGE - 4));
            put(table, extra.putLong(bytes.length).putLong(bytes.length).putLong(header));
        }
        count++;
        return this;
    }

    private ByteBuffer sizes(byte[] name, byte[] bytes, int extra) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return numbers(16)
                .putInt((int) checksum.getValue())
                .putInt(extra == 0 ? bytes.length : -1)
                .putInt(extra == 0 ? bytes.length + lie : -1)
                .putShort((short) name.length)
                .putShort((short) extra);
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(content.toByteArray());
        all.writeBytes(table.toByteArray());
        put(
                all,
                numbers(12).putInt(0x06054b50).putInt(0).putShort((short) count).putShort((short) count));
        put(all, numbers(10).putInt(table.size()).putInt(content.size()));
        return all.toByteArray();
    }

    Path in(Path directory) {
        try {
            return Files.write(Files.createTempFile(directory, "handmade", ".zip"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer numbers(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(ByteArrayOutputStream to, ByteBuffer numbers) {
        to.writeBytes(numbers.array());
    }
}
