// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads the table of contents of a ZIP. {@code java.util.zip} does so too, but tells nobody the modes.
 *
 * <p>Source: PKWARE's APPNOTE.TXT §§4.3.12 and 4.5.3.
 */
final class CentralDirectory {

    private static final int SIGNATURE = 0x02014b50;
    private static final int FIXED = 46;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Systems whose tools write Unix modes; elsewhere the same bits mean other things. Source: APPNOTE.TXT §4.4.2. */
    private static final int UNIX = 3;

    private static final int MACOS = 19;

    /** Marks a number that is too large for its field and stands in the extra field of that kind. */
    private static final long SEE_EXTRA = 0xFFFF_FFFFL;

    private static final int LARGE = 1;

    private final ByteBuffer table;
    private final long base;

    private CentralDirectory(ByteBuffer table, long base) {
        this.table = table;
        this.base = base;
    }

    static List<ArchiveEntry> read(RandomAccess file) throws IOException {
        EndRecord end = EndRecord.find(file);
        return new CentralDirectory(file.read(end.start(), end.length()), end.base()).entries();
    }

    private List<ArchiveEntry> entries() throws ZipException {
        List<ArchiveEntry> entries = new ArrayList<>();
        while (table.hasRemaining()) {
            int at = table.position();
            require(table.remaining() >= FIXED && table.getInt(at) == SIGNATURE, "its table of contents is damaged");
            int end = at + FIXED + u16(at + 28) + u16(at + 30) + u16(at + 32);
            require(end <= table.limit(), "its table of contents is cut off");
            entries.add(entry(at));
            table.position(end);
        }
        return entries;
    }

    private ArchiveEntry entry(int at) throws ZipException {
        String name = name(at);
        int method = u16(at + 10);
        ArchiveEntry entry = new ArchiveEntry(name, mode(at, name), data(at, method == DEFLATED));
        entry.require((u16(at + 8) & ENCRYPTED) == 0, "is encrypted");
        entry.require(
                method == STORED || method == DEFLATED,
                "is compressed by method " + method + ", which is neither stored nor deflated");
        return entry;
    }

    private String name(int at) throws ZipException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(table.slice(at + FIXED, u16(at + 28)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ZipException("the name of an entry is not UTF-8");
        }
    }

    /** Not even a mode of zero is made better: such files cannot be read on Lambda either. */
    private int mode(int at, String name) {
        int system = table.get(at + 5);
        if (system == UNIX || system == MACOS) {
            return u16(at + 40);
        }
        return name.endsWith("/") ? UnixMode.DIRECTORY : UnixMode.FILE;
    }

    /** Large numbers stand in the extra field in this order, if they do. */
    private ArchiveEntry.Data data(int at, boolean deflated) throws ZipException {
        ByteBuffer large = large(at);
        long size = number(at + 24, large);
        long packed = number(at + 20, large);
        long header = number(at + 42, large);
        return new ArchiveEntry.Data(base + header, packed, size, u32(at + 16), deflated);
    }

    private long number(int at, ByteBuffer large) throws ZipException {
        if (u32(at) != SEE_EXTRA) {
            return u32(at);
        }
        require(large.remaining() >= Long.BYTES, "a number of its table of contents is missing");
        long number = large.getLong();
        require(number >= 0, "a number of its table of contents is beyond all measure");
        return number;
    }

    private ByteBuffer large(int at) {
        ByteBuffer extra = table.slice(at + FIXED + u16(at + 28), u16(at + 30)).order(table.order());
        while (extra.remaining() >= 4) {
            int kind = Short.toUnsignedInt(extra.getShort());
            int length = Math.min(Short.toUnsignedInt(extra.getShort()), extra.remaining());
            if (kind == LARGE) {
                return extra.limit(extra.position() + length);
            }
            extra.position(extra.position() + length);
        }
        return extra.limit(extra.position());
    }

    private int u16(int at) {
        return Short.toUnsignedInt(table.getShort(at));
    }

    private long u32(int at) {
        return Integer.toUnsignedLong(table.getInt(at));
    }

    private static void require(boolean held, String otherwise) throws ZipException {
        if (!held) {
            throw new ZipException(otherwise);
        }
    }
}
