// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A checked-in text that a test can make anew, so that a change of it is reviewed as a diff. */
public record GoldenFile(String path) {

    /** Compares, or writes the file when the build was started with {@code -Dupdate}. */
    public void isStill(String actual) {
        Path file = Root.resolve(path);
        try {
            if (System.getProperty("update") != null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            String expected = Files.exists(file) ? Files.readString(file) : "";
            assertThat(actual)
                    .as("%s (if the change is meant: run this test again with -Dupdate, and review the diff)", path)
                    .isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
