// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import static io.lambdarium.simulator.Bootstrap.process;
import static io.lambdarium.simulator.LambdaFunction.function;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lambdarium.simulator.Bootstrap.Program;
import io.lambdarium.simulator.internal.deployment.Installation;
import io.lambdarium.simulator.internal.deployment.Writing;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AilmentTest {

    @TempDir
    private Path directory;

    @Test
    void a_script_from_windows() throws IOException {
        assertThat(ofScript("#!/bin/sh\r\necho\r\n"))
                .isEqualTo("Its first line ends as on Windows, in a carriage return, which counts as part of the "
                        + "interpreter's name. Save it with line feeds alone.");
    }

    @Test
    void a_script_with_a_byte_order_mark() throws IOException {
        assertThat(ofScript("\ufeff#!/bin/sh\n"))
                .isEqualTo(
                        "The file begins with a byte order mark, which no system reads over. Save it as UTF-8 without one.");
    }

    @Test
    void a_script_whose_interpreter_is_missing() throws IOException {
        assertThat(ofScript("#! /opt/python/bin/python3.99 -u\n"))
                .isEqualTo(
                        "Its first line names the interpreter /opt/python/bin/python3.99, which is not there. Name one that "
                                + "is.");
    }

    /** What it names is a path of the environment. */
    @Test
    void a_script_whose_interpreter_is_in_a_layer() throws IOException {
        Files.createDirectories(directory.resolve("bin"));
        Files.createFile(directory.resolve("bin/python"));

        assertThat(ofScript("#!/opt/bin/python\n")).isEmpty();
    }

    @Test
    void a_directory() {
        assertThat(of(process(directory), directory))
                .isEqualTo("That is a directory. Deploy a package by code(…), and a program by the path of its file.");
    }

    @Test
    void arguments_in_the_name() {
        assertThat(of(process("python3 app.py"), directory.resolve("python3 app.py")))
                .isEqualTo(
                        "There is no file of that name. Give arguments one by one: process(\"python3\", \"app.py\").");
    }

    @Test
    void a_name_that_is_nowhere() {
        assertThat(of(process("pythonn"), directory.resolve("pythonn")))
                .isEqualTo(
                        "No directory in the PATH of this machine has such a program. Install it, or name its path.");
    }

    /** Whoever asks has still to tell that nobody was launched. */
    @Test
    void a_script_whose_interpreter_can_be_no_path() throws IOException {
        assertThat(ofScript("#!/bin/\0sh\n")).isEmpty();
    }

    /** Nobody will ever write into it. */
    @Test
    @WithProcesses(tools = Tool.SH)
    void a_pipe_is_not_waited_for() throws Exception {
        Path pipe = directory.resolve("pipe");
        Process making = Writing.interruptedBy(new ProcessBuilder("/bin/sh", "-c", "mkfifo " + pipe)::start);
        assertThat(making.waitFor()).isZero();

        String words = assertTimeoutPreemptively(ofSeconds(10), () -> of(process(pipe), pipe));

        assertThat(words).isEmpty();
    }

    @Test
    void nothing_that_could_be_seen() throws IOException {
        assertThat(ofScript("#!/bin/sh\n")).isEmpty();
        assertThat(ofScript("#!")).isEmpty();
        assertThat(ofScript("")).isEmpty();
        assertThat(of(process("/no/such/file"), directory.resolve("missing"))).isEmpty();
    }

    private String ofScript(String text) throws IOException {
        Path script = Files.writeString(directory.resolve("script"), text);
        return of(process(script), script);
    }

    private String of(Program program, Path file) {
        Installation installation = new Installation(function("f"), Optional.empty(), Optional.of(directory));
        return new Ailment(program, file, installation).words();
    }
}
