// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

/** What is done when the JVM ends: beside all else that is done then, so it can rely on nothing of ours. */
public final class AtExit {

    private AtExit() {}

    /** Does that then, on a thread of that name. */
    public static void run(String name, Runnable action) {
        Runtime.getRuntime().addShutdownHook(new Thread(action, name));
    }
}
