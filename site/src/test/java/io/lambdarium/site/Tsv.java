// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A file of rows, their cells separated by tabs. */
final class Tsv {

    private Tsv() {}

    static List<List<String>> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read " + file + ". The site's tests need what the other modules' tests left: "
                            + "run mvn -B verify from the root.",
                    e);
        }
    }

    static List<List<String>> rowsBelowTheHeader(Path file) {
        List<List<String>> rows = rows(file);
        return rows.subList(1, rows.size());
    }
}
