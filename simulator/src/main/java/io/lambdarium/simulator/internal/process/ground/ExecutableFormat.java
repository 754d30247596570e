// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What Linux executes: scripts that name their interpreter, and ELF files for its processor. Java lets a shell try what Linux
 * refuses, and Lambda does not.
 */
final class ExecutableFormat {

    private static final byte[] ELF = {0x7F, 'E', 'L', 'F'};

    /** Where an ELF file names its processor, in two bytes. */
    private static final int PROCESSOR = 18;

    /** Which processors each of ours can do the work of. */
    private static final Map<String, List<Integer>> PROCESSORS =
            Map.of("amd64", List.of(62, 3), "aarch64", List.of(183, 40));

    private ExecutableFormat() {}

    /** Fails as the system does, in Java's words; what cannot be read here is for the system to judge. */
    static void require(Path program) throws IOException {
        boolean linux = System.getProperty("os.name").equals("Linux");
        if (linux && Files.isRegularFile(program) && Files.isReadable(program) && !isKnown(head(program))) {
            throw new IOException("error=8, Exec format error");
        }
    }

    private static byte[] head(Path program) throws IOException {
        try (InputStream bytes = Files.newInputStream(program)) {
            return bytes.readNBytes(PROCESSOR + 2);
        }
    }

    private static boolean isKnown(byte[] head) {
        boolean script = head.length > 1 && head[0] == '#' && head[1] == '!';
        return script || isForUs(head);
    }

    private static boolean isForUs(byte[] head) {
        boolean elf = head.length == PROCESSOR + 2 && Arrays.equals(head, 0, ELF.length, ELF, 0, ELF.length);
        List<Integer> ours = PROCESSORS.get(System.getProperty("os.arch"));
        return elf && (ours == null || ours.contains(head[PROCESSOR] & 0xFF));
    }
}
