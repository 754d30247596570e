// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** A file that goes into JUnit's own reports, where JUnit is new enough to have files there: since 5.12. */
final class Attachment {

    private Attachment() {}

    /** Attaches a copy. Whoever runs the tests may have switched that off; the file itself is where it is. */
    static void add(Path file, ExtensionContext test) {
        ThrowingConsumer<Path> copy = target -> Files.copy(file, target);
        Arrays.stream(ExtensionContext.class.getMethods())
                .filter(method -> method.getName().equals("publishFile") && !method.isDefault())
                .forEach(publish -> call(publish, test, file.getFileName().toString(), copy));
    }

    /** By reflection, since the media type moved to another package in JUnit 5.14. */
    private static void call(Method publish, ExtensionContext test, String name, ThrowingConsumer<Path> copy) {
        try {
            Object text =
                    publish.getParameterTypes()[1].getField("TEXT_PLAIN_UTF_8").get(null);
            publish.invoke(test, name, text, copy);
        } catch (ReflectiveOperationException e) {
            test.publishReportEntry("timeline is not attached", String.valueOf(e.getCause()));
        }
    }
}
