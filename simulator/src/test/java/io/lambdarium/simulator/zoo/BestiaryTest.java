// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.house.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of beasts is the folder that they are in. */
class BestiaryTest {

    /** They keep beasts company. */
    private static final Set<String> TAME = Set.of("lambda.pl", "echoes", "attends", "takes-a-second");

    @Test
    void there_are_more_than_a_few() throws IOException {
        assertThat(beasts()).hasSizeGreaterThanOrEqualTo(25);
    }

    @Test
    void each_beast_is_kept_by_a_test() throws IOException {
        String tests = SourceFile.all().stream()
                .filter(file -> file.name().contains("/simulator/zoo/"))
                .flatMap(file -> file.lines().stream())
                .collect(Collectors.joining("\n"));

        assertThat(beasts())
                .filteredOn(beast -> !tests.contains("(\"" + beast + "\")"))
                .isEmpty();
    }

    @Test
    void each_beast_says_what_it_does() throws IOException {
        for (String beast : beasts()) {
            Path file = Den.home().resolve(beast);
            if (Files.isRegularFile(file) && !beast.equals("is-for-another-machine")) {
                List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
                assertThat(lines.get(1)).as(beast).isEqualTo("# SPDX-License-Identifier: Apache-2.0");
                assertThat(lines.get(2)).as(beast).matches("# [A-Z].*\\.");
            }
        }
    }

    private static List<String> beasts() throws IOException {
        try (Stream<Path> files = Files.list(Den.home())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !TAME.contains(name) && !name.endsWith(".class"))
                    .sorted()
                    .toList();
        }
    }
}
