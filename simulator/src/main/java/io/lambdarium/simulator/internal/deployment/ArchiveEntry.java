// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import io.lambdarium.simulator.Payload;
import java.util.zip.ZipException;

/**
 * One entry of a ZIP, as its central directory has it.
 *
 * @param name its path in the archive, as it stands there
 * @param mode its Unix mode with the bits of its type
 * @param data where its bytes are, and what they must come to
 */
record ArchiveEntry(String name, int mode, Data data) {

    private static final int TYPE = 0170000;
    private static final int DIRECTORY = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;

    /**
     * Where the bytes of an entry are, and what they must come to.
     *
     * @param header where its local header begins in the file
     * @param packed how many bytes it takes there
     * @param size how many bytes it has
     * @param checksum their CRC-32
     * @param deflated whether they are compressed
     */
    record Data(long header, long packed, long size, long checksum, boolean deflated) {}

    boolean isDirectory() {
        return name.endsWith("/") || type() == DIRECTORY;
    }

    boolean isLink() {
        return !isDirectory() && type() == LINK;
    }

    /** Some tools write permissions alone, without a type. */
    boolean isFile() {
        return !isDirectory() && (type() == FILE || type() == 0);
    }

    private int type() {
        return mode & TYPE;
    }

    /** That it is broken in such a way; its name is made fit for a message, since whoever made the archive chose it. */
    ZipException broken(String how) {
        return new ZipException("its entry \"" + Payload.of(name) + "\" " + how);
    }

    void require(boolean held, String otherwise) throws ZipException {
        if (!held) {
            throw broken(otherwise);
        }
    }
}
