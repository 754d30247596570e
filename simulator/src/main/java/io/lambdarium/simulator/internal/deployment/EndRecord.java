// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.ZipException;

/**
 * Where the table of contents of a ZIP is; that stands at its end. Source: PKWARE's APPNOTE.TXT §§4.3.14 to 4.3.16.
 *
 * @param start where it begins in the file
 * @param length how long it is
 * @param base what has to be added to positions in the archive: the length of what stands before the archive in the file
 */
record EndRecord(long start, long length, long base) {

    private static final int SIGNATURE = 0x06054b50;
    private static final int FIXED = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int LARGE_LOCATOR = 0x07064b50;
    private static final int LARGE_LOCATOR_LENGTH = 20;
    private static final int LARGE_SIGNATURE = 0x06064b50;
    private static final int LARGE_FIXED = 56;

    static EndRecord find(RandomAccess file) throws IOException {
        long from = Math.max(0, file.size() - FIXED - LONGEST_COMMENT);
        ByteBuffer tail = file.read(from, file.size() - from);
        for (int at = tail.limit() - FIXED; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE && at + FIXED + u16(tail, at + 20) <= tail.limit()) {
                return read(file, tail.slice(at, FIXED).order(tail.order()), from + at);
            }
        }
        throw new ZipException("it is not a ZIP, or its end is missing");
    }

    /** Some tools write the large record whether its numbers are large or not. */
    private static EndRecord read(RandomAccess file, ByteBuffer end, long position) throws IOException {
        boolean large = position >= LARGE_LOCATOR_LENGTH
                && file.read(position - LARGE_LOCATOR_LENGTH, LARGE_LOCATOR_LENGTH)
                                .getInt(0)
                        == LARGE_LOCATOR;
        return large
                ? readLarge(file, position - LARGE_LOCATOR_LENGTH - LARGE_FIXED)
                : of(position, u32(end, 12), u32(end, 16));
    }

    private static EndRecord readLarge(RandomAccess file, long position) throws IOException {
        ByteBuffer end = file.read(position, LARGE_FIXED);
        if (end.getInt(0) != LARGE_SIGNATURE) {
            throw new ZipException("the large numbers of its end are missing");
        }
        return of(position, end.getLong(40), end.getLong(48));
    }

    private static EndRecord of(long position, long length, long offset) throws ZipException {
        EndRecord found = new EndRecord(position - length, length, position - length - offset);
        if (length < 0 || offset < 0 || found.start < 0 || found.base < 0) {
            throw new ZipException("its end tells of a table of contents that is not there");
        }
        return found;
    }

    private static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static long u32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
