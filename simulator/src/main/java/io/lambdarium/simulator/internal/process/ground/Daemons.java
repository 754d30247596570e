// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no JVM alive, and inherit nothing from whoever happens to make them: the engine has no thread of its own. */
public final class Daemons {

    /** Makes such a thread. */
    public static final ThreadFactory FACTORY = task -> {
        Thread thread = new Thread(null, task, "lambdarium", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        return thread;
    };

    private Daemons() {}

    /** Starts one with that name. */
    static Thread start(String name, Runnable task) {
        Thread thread = FACTORY.newThread(task);
        thread.setName(name);
        thread.start();
        return thread;
    }
}
