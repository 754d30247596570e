// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.xnio.Xnio;

/** XNIO, kept from greeting on the standard error stream of everyone who tests a Lambda. */
final class QuietXnio {

    private QuietXnio() {}

    /** Loads it. Whoever has set a level for its loggers wants to hear it, and does; afterwards all is as it was. */
    static Xnio load() {
        Logger greeter = Logger.getLogger("org.xnio");
        Level wanted = greeter.getLevel();
        if (wanted == null) {
            greeter.setLevel(Level.WARNING);
        }
        try {
            return Xnio.getInstance("nio", QuietXnio.class.getClassLoader());
        } finally {
            greeter.setLevel(wanted);
        }
    }
}
