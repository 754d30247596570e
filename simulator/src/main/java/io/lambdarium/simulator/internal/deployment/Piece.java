// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The code of a function or one of its layers; it says what is wrong with its material.
 *
 * @param asked what cannot be done then
 * @param material what it is taken from
 */
record Piece(String asked, Material material) {

    static Piece open(String asked, Path path) {
        Path found = path.toAbsolutePath();
        if (!Files.exists(found)) {
            throw refusal(asked, "there is nothing at " + found + ". Build it before, or correct the path.", null);
        }
        Piece piece = new Piece(
                asked, reading(asked, () -> Files.isDirectory(found) ? new Folder(found) : Archive.open(found)));
        if (piece.material instanceof Archive archive && archive.entries().isEmpty()) {
            piece.close();
            throw piece.refusal(
                    "Lambda says \"Uploaded file must be a non-empty zip\". See what should have been packed.");
        }
        return piece;
    }

    long size() {
        return reading(asked, material::size);
    }

    String fingerprint() {
        return reading(asked, material::fingerprint);
    }

    void lay(Overlay into) {
        reading(asked, () -> {
            material.lay(into);
            return into;
        });
    }

    void close() {
        reading(asked, () -> {
            material.close();
            return material;
        });
    }

    /** Reads something. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static <T> T reading(String asked, Reading<T> reading) {
        try {
            return reading.read();
        } catch (ZipException e) {
            throw refusal(
                    asked,
                    "Lambda says \"Could not unzip uploaded file. Please check your file, then try to upload again.\": "
                            + e.getMessage()
                            + ". Pack it anew; what is neither a ZIP nor a directory, but a program, is "
                            + "deployed by runtime(process(…)).",
                    e);
        } catch (IOException e) {
            throw refusal(
                    asked, Payload.of(e.toString()) + ". See whether its files can be read, and room for them.", e);
        }
    }

    SimulatorException refusal(String why) {
        return refusal(asked, why, null);
    }

    private static SimulatorException refusal(String asked, String why, @Nullable Throwable cause) {
        return cause == null
                ? new SimulatorException(asked + ": " + why)
                : new SimulatorException(asked + ": " + why, cause);
    }
}
