// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.house.SourceFile;
import io.lambdarium.simulator.house.SourceFile.MethodSize;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** The budgets that CONTRIBUTING.md gives reasons for, in all modules. */
class HouseStyleTest {

    private static final int LINES_OF_A_FILE = 300;
    private static final int LINES_OF_A_METHOD = 30;
    private static final int LINES_OF_A_TEST = 35;
    private static final int PARAMETERS = 5;
    private static final int FILES_THAT_GUARD_STATE = 5;
    private static final int EXPORTED_TYPES = 38;

    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "common", "commons", "impl", "manager", "managers", "helper", "helpers");

    /** What may break its budget: "path" or "path Type.method" to the reason. */
    private static final Map<String, String> EXCEPTIONS = Map.of();

    private static final List<SourceFile> SOURCES = SourceFile.all();

    @Test
    void files_are_small_enough_to_be_read_at_once() {
        Map<String, Integer> breaches = new TreeMap<>();

        SOURCES.forEach(file -> note(breaches, file.name(), file.lines().size(), LINES_OF_A_FILE));

        assertThat(breaches)
                .as("files with more than %d lines", LINES_OF_A_FILE)
                .isEmpty();
    }

    @Test
    void methods_do_one_thing() {
        Map<String, Integer> breaches = new TreeMap<>();

        eachMethod((name, method) ->
                note(breaches, name, method.lines(), method.isTest() ? LINES_OF_A_TEST : LINES_OF_A_METHOD));

        assertThat(breaches)
                .as("methods with more than %d lines, tests with more than %d", LINES_OF_A_METHOD, LINES_OF_A_TEST)
                .isEmpty();
    }

    @Test
    void methods_take_few_parameters() {
        Map<String, Integer> breaches = new TreeMap<>();

        eachMethod((name, method) -> note(breaches, name, method.parameters(), PARAMETERS));

        assertThat(breaches)
                .as("methods with more than %d parameters", PARAMETERS)
                .isEmpty();
    }

    @Test
    void few_files_guard_state_against_threads() {
        List<String> guards = SOURCES.stream()
                .filter(file -> file.isMain() && file.guardsState())
                .map(SourceFile::name)
                .filter(name -> !EXCEPTIONS.containsKey(name))
                .toList();

        assertThat(guards)
                .as("files with synchronized, volatile, a lock or a new thread")
                .hasSizeLessThanOrEqualTo(FILES_THAT_GUARD_STATE);
    }

    @Test
    void the_simulator_shows_few_types() {
        List<String> shown = SOURCES.stream()
                .filter(SourceFile::showsAType)
                .map(SourceFile::name)
                .filter(name -> name.matches("simulator/src/main/java/io/lambdarium/simulator/(event/)?[^/]*"))
                .toList();

        assertThat(shown).as("exported types of the simulator").hasSizeLessThanOrEqualTo(EXPORTED_TYPES);
    }

    @Test
    void names_say_something() {
        List<String> breaches = SOURCES.stream()
                .map(SourceFile::name)
                .filter(name -> wordsOf(name).anyMatch(EMPTY_WORDS::contains))
                .filter(name -> !EXCEPTIONS.containsKey(name))
                .toList();

        assertThat(breaches).as("names with a word that fits everything").isEmpty();
    }

    @Test
    void every_file_begins_with_its_license() {
        List<String> breaches = SOURCES.stream()
                .filter(file -> !file.lines().get(0).equals("// SPDX-License-Identifier: Apache-2.0"))
                .map(SourceFile::name)
                .toList();

        assertThat(breaches).as("files without the license line").isEmpty();
    }

    @Test
    void the_sizes_can_be_read_in_the_report(TestReporter report) {
        report.publishEntry(
                "lines per main file",
                spread(mainFiles().mapToInt(file -> file.lines().size())));
        report.publishEntry(
                "lines per main method",
                spread(mainFiles().flatMap(file -> file.methods().stream()).mapToInt(MethodSize::lines)));
    }

    private static Stream<SourceFile> mainFiles() {
        return SOURCES.stream().filter(SourceFile::isMain);
    }

    private static void eachMethod(BiConsumer<String, MethodSize> action) {
        SOURCES.forEach(file ->
                file.methods().forEach(method -> action.accept(file.name() + " " + method.name(), method)));
    }

    private static void note(Map<String, Integer> breaches, String name, int size, int budget) {
        if (size > budget && !EXCEPTIONS.containsKey(name)) {
            breaches.put(name, size);
        }
    }

    /** Folders below the packages' common root, and the words of the type's name. */
    private static Stream<String> wordsOf(String path) {
        String name = path.replaceFirst("\\.java$", "");
        return Arrays.stream(name.split("[/-]|(?<=[a-z0-9])(?=[A-Z])")).map(String::toLowerCase);
    }

    private static String spread(IntStream sizes) {
        int[] sorted = sizes.sorted().toArray();
        return sorted.length == 0
                ? "none yet"
                : "median %d, 95th percentile %d, largest %d"
                        .formatted(
                                sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
    }
}
