// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import static io.lambdarium.simulator.event.Participant.RUNTIME;
import static io.lambdarium.simulator.event.Participant.extension;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastWordsTest {

    /** What languages print when a program dies; lines are separated by |, and a ~ is a tab. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a|b; b",
                "listening|; listening",
                "Traceback (most recent call last):|  File 'app.py', line 3|ValueError: boom; ValueError: boom",
                "Exception in thread 'main' X: outer|~at A.b(A.java:3)|Caused by: Y: inner|~... 2 more; Caused by: Y: inner",
                "/var/task/app.js:3|    throw 7; /var/task/app.js:3",
                "app.js:3|  throw e|  ^||Error: boom|    at app.js:3:7||Node.js v20.11.0; Error: boom",
                "Unrecognized VM option 'Nope'|Error: Could not create the Java Virtual Machine."
                        + "|Error: A fatal exception has occurred. Program will exit.; Unrecognized VM option 'Nope'",
                "Error: Could not create the Java Virtual Machine.; Error: Could not create the Java Virtual Machine.",
                "panic: boom||goroutine 1 [running]:|main.main()|~/src/main.go:4 +0x1d|exit status 2; panic: boom",
                "/var/task/bootstrap: line 3: jq: command not found; /var/task/bootstrap: line 3: jq: command not found",
                "lua: app.lua:3: attempt to index nil|stack traceback:|~[C]: in ?; lua: app.lua:3: attempt to index nil",
                "thread 'main' panicked at src/main.rs:4:5:|boom|note: run with RUST_BACKTRACE=1; thread 'main' panicked at src/main.rs:4:5:"
            })
    void the_line_that_says_why_is_found_among_those_that_say_where(String written, String words) {
        Story story =
                Story.with().writesToStderr(RUNTIME, written.replace('~', '\t').split("\\|"));

        story.exits(RUNTIME, 1);

        assertThat(story.findings()).hasSize(1).first().asString().contains("It wrote \"" + words + "\". Mend that");
    }

    @Test
    void stderr_says_more_than_the_log_and_the_log_more_than_stdout() {
        Story stdout = Story.with().writes(RUNTIME, "Error: out").exits(RUNTIME, 1);
        Story log = Story.with().logs(RUNTIME, "log").writes(RUNTIME, "out").exits(RUNTIME, 1);
        Story stderr =
                Story.with().writesToStderr(RUNTIME, "err").logs(RUNTIME, "log").exits(RUNTIME, 1);

        assertThat(stdout.findings().get(0)).contains("\"Error: out\"");
        assertThat(log.findings().get(0)).contains("\"log\"");
        assertThat(stderr.findings().get(0)).contains("\"err\"");
    }

    /** What languages print of a machine, beside what the program says to stdout. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "perl: warning: Setting locale failed.|perl: warning: Please check that your locale settings:"
                        + "|~LC_ALL = (unset),|~LANG = 'en_US.UTF-8'|    are supported and installed on your system."
                        + "|perl: warning: Falling back to the standard locale ('C').",
                "bash: warning: setlocale: LC_ALL: cannot change locale (en_US.UTF-8)",
                "/bin/sh: warning: setlocale: LC_ALL: cannot change locale (de_DE): No such file or directory",
                "Python runtime initialized with LC_CTYPE=C (a locale with default ASCII encoding), which may cause harm",
                "Picked up JAVA_TOOL_OPTIONS: -XX:OnError=false",
                "(node:1) DeprecationWarning: Buffer() is deprecated|    at app.js:3:7"
            })
    void what_is_said_of_the_machine_or_only_warns_explains_nothing(String written) {
        Story story = Story.with()
                .writesToStderr(RUNTIME, written.replace('~', '\t').split("\\|"))
                .writes(RUNTIME, "config missing: DB_URL");

        story.exits(RUNTIME, 1);

        assertThat(story.findings()).singleElement().asString().contains("It wrote \"config missing: DB_URL\"");
    }

    @Test
    void a_warning_is_better_than_nothing() {
        Story story = Story.with().writesToStderr(RUNTIME, "Warning: no disk");

        story.exits(RUNTIME, 1);

        assertThat(story.findings()).singleElement().asString().contains("It wrote \"Warning: no disk\"");
    }

    @Test
    void the_words_are_those_of_who_died() {
        Story story = Story.running("flusher").writesToStderr(RUNTIME, "Error: mine");

        story.exits(extension("flusher"), 2);

        assertThat(story.findings())
                .containsExactly(
                        "Extension \"flusher\" exited with status 2 although nobody told it to shut down, so the "
                                + "environment was reset. "
                                + "It wrote nothing here: run it by hand with the same variables and print the exception "
                                + "that ends it.");
    }

    @Test
    void who_died_while_it_held_an_event_is_quoted() {
        Story story = Story.running().writesToStderr(RUNTIME, "panic: \u001b[31mboom", "", "goroutine 1 [running]:");

        story.exits(RUNTIME, 2);

        assertThat(story.findings())
                .containsExactly("The runtime exited with status 2 while it held the event of ada0. It wrote \"panic: "
                        + "\\u001b[31mboom\". Mend that.");
    }

    @Test
    void who_stands_still_is_quoted_too() {
        Story runtime = Story.with("flusher").registers("flusher").asks("flusher");
        runtime.writesToStderr(RUNTIME, "waiting for a database");
        Story extension = Story.with("flusher").writes(extension("flusher"), "waiting for a disk");
        Story silent = Story.with().writes(RUNTIME, "Listening on port 8080");

        assertThat(runtime.at(5_000).findings())
                .singleElement()
                .asString()
                .endsWith("It wrote \"waiting for a database\".");
        assertThat(extension.at(5_000).findings()).last().asString().endsWith("It wrote \"waiting for a disk\".");
        assertThat(silent.at(5_000).findings())
                .singleElement()
                .asString()
                .endsWith("It wrote \"Listening on port 8080\".");
    }
}
