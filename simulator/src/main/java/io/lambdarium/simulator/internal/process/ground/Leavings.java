// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.internal.deployment.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of an environment whose paths are not real. */
final class Leavings {

    private Leavings() {}

    static void make(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it with all that is in it, as far as that can be done; the watchdog tries again in the end. */
    static void remove(Path directory) {
        try {
            Tree.delete(directory);
        } catch (IOException e) {
            // Somebody holds on to it.
        }
    }
}
