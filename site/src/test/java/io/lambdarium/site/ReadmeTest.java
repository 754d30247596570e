// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path EXAMPLES = Path.of("..", "examples/src/test/java/io/lambdarium/examples/readme");

    @ParameterizedTest
    @ValueSource(strings = {"GreeterTest.java", "FlusherTest.java"})
    void what_the_readme_shows_is_a_test_that_runs(String example) throws IOException {
        String source = Files.readString(EXAMPLES.resolve(example));

        String shown = source.split("// tag::test\\[]\n")[1].split("\n *// end::test\\[]")[0].stripIndent();

        assertThat(Files.readString(README)).contains("```java\n" + shown + "\n```\n");
    }
}
