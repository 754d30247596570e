// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.Exit;

/** How AWS words the end of a process. Source: extensions-telemetry §2.3. */
final class ExitWords {

    private ExitWords() {}

    static String runtimeExit(Exit exit) {
        return exit.isClean()
                ? "Runtime exited without providing a reason"
                : "Runtime exited with error: " + exit.words();
    }

    static String extensionExit(Exit exit) {
        return exit.isClean() ? "exit code 0" : exit.words();
    }
}
