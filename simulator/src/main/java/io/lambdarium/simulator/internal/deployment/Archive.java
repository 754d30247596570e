// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** An open ZIP. What is wrong with it is told by a {@link ZipException}. */
final class Archive implements Material {

    private static final int HEADER = 0x04034b50;
    private static final int HEADER_LENGTH = 30;
    private static final int BUFFER = 64 * 1024;

    private final RandomAccess file;
    private final List<ArchiveEntry> entries;

    private Archive(RandomAccess file, List<ArchiveEntry> entries) {
        this.file = file;
        this.entries = entries;
    }

    static Archive open(Path path) throws IOException {
        RandomAccess file = new RandomAccess(FileChannel.open(path, StandardOpenOption.READ));
        try {
            return new Archive(file, CentralDirectory.read(file));
        } catch (IOException | RuntimeException e) {
            file.channel().close();
            throw e;
        }
    }

    /** Its entries, in its order. */
    List<ArchiveEntry> entries() {
        return entries;
    }

    /** As it says itself; {@link #copy} holds it to that. */
    @Override
    public long size() {
        return entries.stream().mapToLong(entry -> entry.data().size()).reduce(0, Archive::add);
    }

    /** No archive can make it small by making it too large. */
    private static long add(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    @Override
    public String fingerprint() throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        try (InputStream bytes = file.stream(0, file.size())) {
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                fingerprint.addBytes(buffer, read);
            }
        }
        return fingerprint.name();
    }

    @Override
    public void lay(Overlay into) throws IOException {
        Unpacking.unpack(this, into);
    }

    @Override
    public Optional<Path> inPlace() {
        return Optional.empty();
    }

    /** Writes what the entry holds; it must be exactly what the archive tells of it. */
    void copy(ArchiveEntry entry, OutputStream to) throws IOException {
        CRC32 checksum = new CRC32();
        long left = entry.data().size();
        byte[] buffer = new byte[BUFFER];
        try (InputStream content = content(entry)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                entry.require(left >= 0, "holds more than the archive tells of it");
                checksum.update(buffer, 0, read);
                to.write(buffer, 0, read);
            }
        } catch (EOFException e) {
            throw entry.broken("is cut off");
        }
        entry.require(left == 0, "holds less than the archive tells of it");
        entry.require(checksum.getValue() == entry.data().checksum(), "has another checksum");
    }

    private InputStream content(ArchiveEntry entry) throws IOException {
        ArchiveEntry.Data data = entry.data();
        ByteBuffer header = file.read(data.header(), HEADER_LENGTH);
        entry.require(header.getInt(0) == HEADER, "is not where the archive tells");
        long start = data.header() + HEADER_LENGTH + u16(header, 26) + u16(header, 28);
        return data.deflated()
                ? new Inflating(file.stream(start, data.packed() + 1))
                : file.stream(start, data.packed());
    }

    /** Without zlib's own header, and with the one byte more that zlib may want to see then. */
    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream packed) {
            super(packed, new Inflater(true), BUFFER);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }

    private static int u16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    @Override
    public void close() throws IOException {
        file.channel().close();
    }
}
