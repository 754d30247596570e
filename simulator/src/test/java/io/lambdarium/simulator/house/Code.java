// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of one module: what is published, and that together with its tests. */
public record Code(JavaClasses main, JavaClasses all) {

    public static Code below(String packageName) {
        ClassFileImporter importer = new ClassFileImporter();
        return new Code(
                importer.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(packageName),
                importer.importPackages(packageName));
    }
}
