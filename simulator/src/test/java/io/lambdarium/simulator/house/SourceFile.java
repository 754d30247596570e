// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.house;

import java.util.List;

/** What the house wants to know about one Java file; its name is the path from the root of the project. */
public record SourceFile(
        String name, List<String> lines, List<MethodSize> methods, boolean guardsState, boolean showsAType) {

    /** One method with a body; annotations and comments above it do not count. */
    public record MethodSize(String name, int lines, int parameters, boolean isTest) {}

    public boolean isMain() {
        return name.contains("/src/main/");
    }

    /** Every Java file of every module. */
    public static List<SourceFile> all() {
        return SourceReader.read(Root.javaSources());
    }
}
