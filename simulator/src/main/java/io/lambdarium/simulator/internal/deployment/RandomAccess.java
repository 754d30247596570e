// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.ZipException;

/** A file that is read here and there. */
record RandomAccess(FileChannel channel) {

    long size() throws IOException {
        return channel.size();
    }

    /** Those bytes, ready to be read as the numbers of a ZIP. */
    ByteBuffer read(long position, long length) throws IOException {
        if (position < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || position > size() - length) {
            throw new ZipException("something it tells of is not in it");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new ZipException("it became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    /** Those bytes, or as many of them as there are. */
    InputStream stream(long position, long length) throws IOException {
        return new Section(channel, position, Math.max(0, Math.min(length, size() - position)));
    }

    private static final class Section extends InputStream {

        private final FileChannel channel;
        private long position;
        private long left;

        Section(FileChannel channel, long position, long length) {
            this.channel = channel;
            this.position = position;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int wanted = (int) Math.min(length, left);
            int read = wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
            if (read > 0) {
                position += read;
                left -= read;
            }
            return length == 0 ? 0 : read;
        }
    }
}
