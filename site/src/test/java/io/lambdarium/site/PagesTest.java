// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users read: whatever a page shows runs, and wherever it points there is something. */
class PagesTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLES = Path.of("..", "examples", "src");

    private static final Pattern JAVA = Pattern.compile("^```java\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern REGION = Pattern.compile("// tag::(\\w+)\\[]\\R(.*?)// end::\\1\\[]", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");

    private static final int LONGEST = 80;

    @ParameterizedTest
    @MethodSource("pages")
    void the_java_of_a_page_is_a_tagged_region_of_an_example_that_runs(Path page) throws IOException {
        List<String> regions = regions();

        assertThat(matches(JAVA, page).map(block -> block.group(1)))
                .as("java in %s; tag it in a test of the examples", page)
                .isSubsetOf(regions);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_link_leads_somewhere(Path page) throws IOException {
        assertThat(matches(LINK, page).map(link -> page.resolveSibling(link.group(1))))
                .allSatisfy(target -> assertThat(target).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_is_short(Path page) throws IOException {
        assertThat(page.equals(README) ? List.of() : Files.readAllLines(page)).hasSizeLessThanOrEqualTo(LONGEST);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Stream.of(Files.list(Path.of("")), Files.list(Path.of("writing-tests")))
                .flatMap(folder -> folder)) {
            return Stream.concat(
                            Stream.of(README),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    private static List<String> regions() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> matches(REGION, file))
                    .map(region -> region.group(2).stripIndent())
                    .toList();
        }
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path file) {
        try {
            return pattern.matcher(Files.readString(file)).results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
