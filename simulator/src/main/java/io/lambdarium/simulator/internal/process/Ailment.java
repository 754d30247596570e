// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Bootstrap.Program;
import io.lambdarium.simulator.internal.deployment.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What can be seen of a program that could not be launched, where the system's words tell too little.
 *
 * @param program what was to be launched
 * @param file where that is on this machine
 * @param installation where the files of its function are
 */
record Ailment(Program program, Path file, Installation installation) {

    /** More than a system reads of a first line. */
    private static final int FIRST = 512;

    private static final String BYTE_ORDER_MARK = "\u00ef\u00bb\u00bf";

    /** What is wrong and what to do; empty if that cannot be seen. */
    String words() {
        if (Files.isDirectory(file)) {
            return "That is a directory. Deploy a package by code(…), and a program by the path of its file.";
        }
        if (!Files.exists(file)) {
            return missing();
        }
        return Files.isRegularFile(file) ? ofFile() : "";
    }

    /** Nothing here may keep from telling that nobody was launched: neither a pipe, nor an interpreter that can be no path. */
    private String ofFile() {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(new String(bytes.readNBytes(FIRST), StandardCharsets.ISO_8859_1));
        } catch (IOException | InvalidPathException e) {
            return "";
        }
    }

    private String missing() {
        String asked = program.program();
        if (asked.contains(" ") && program.arguments().isEmpty()) {
            return "There is no file of that name. Give arguments one by one: process(\"python3\", \"app.py\").";
        }
        return asked.contains("/")
                ? ""
                : "No directory in the PATH of this machine has such a program. Install it, or name its path.";
    }

    private String of(String text) {
        if (text.startsWith(BYTE_ORDER_MARK)) {
            return "The file begins with a byte order mark, which no system reads over. Save it as UTF-8 without one.";
        }
        return text.startsWith("#!") ? ofScript(text.substring(2).split("\n", 2)[0]) : "";
    }

    private String ofScript(String line) {
        if (line.endsWith("\r")) {
            return "Its first line ends as on Windows, in a carriage return, which counts as part of the interpreter's name. "
                    + "Save it with line feeds alone.";
        }
        String interpreter = line.strip().split("\\s", 2)[0];
        return interpreter.startsWith("/") && !Files.exists(Path.of(installation.onHost(interpreter)))
                ? "Its first line names the interpreter " + interpreter + ", which is not there. Name one that is."
                : "";
    }
}
