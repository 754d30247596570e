// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The file that the timeline of a failed test is written to: {@code target/lambdarium/<class>/<test>.txt}. */
final class ReportFile {

    static final String PARAMETER = "lambdarium.reports";

    private static final String USUAL_FOLDER = "target/lambdarium";

    private ReportFile() {}

    /** Writes and announces it; says where the timeline is, or why it is nowhere. */
    static String write(String timeline, ExtensionContext test) {
        String reports = test.getConfigurationParameter(PARAMETER).orElse(USUAL_FOLDER);
        TestName name = TestName.of(test);
        try {
            Path folder = Path.of(reports, name.folder());
            Path file = folder.resolve(name.file() + ".txt");
            Files.createDirectories(folder);
            Files.writeString(file, timeline + "\n");
            test.publishReportEntry("timeline", file.toString());
            Attachment.add(file, test);
            return "Whole timeline: " + file;
        } catch (IOException | InvalidPathException | SecurityException e) {
            return "The whole timeline could not be written below " + reports + ": " + e + ". "
                    + "Name a folder that can be written in the configuration parameter " + PARAMETER + ".";
        }
    }
}
