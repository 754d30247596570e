// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.io.IOException;

/** Threads of floors, which end when their sockets are closed. */
final class Threads {

    private Threads() {}

    /** What such a thread does. */
    interface Serving {
        void serve() throws IOException;
    }

    static Thread daemon(String name, Serving serving) {
        Thread thread = new Thread(
                () -> {
                    try {
                        serving.serve();
                    } catch (IOException closed) {
                        // the other end has gone, or the floor was closed
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
