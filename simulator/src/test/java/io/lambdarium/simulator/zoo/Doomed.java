// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.zoo;

import io.lambdarium.simulator.event.EnvironmentEvent.Idled;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A JVM that will not be asked whether it wants to end: in it lives an environment with three extensions, which is frozen where
 * that is possible.
 *
 * <p>It says which processes it has, a line for each, and {@code ready}; then it halts as soon as somebody says so.
 */
final class Doomed {

    /** What it says last. */
    static final String READY = "ready";

    private Doomed() {}

    @SuppressWarnings("resource") // that is the point
    public static void main(String[] arguments) throws IOException {
        Cage cage = new Cage(new Den(Path.of(arguments[0])))
                .runtime("echoes")
                .extension("attends", "first")
                .extension("attends", "second")
                .extension("attends", "third");
        cage.invoke("{}").await();
        cage.lambda()
                .journal()
                .await(journal -> journal.events(Idled.class).stream().findFirst(), Cage.PATIENCE);
        ProcessHandle.current().descendants().map(ProcessHandle::pid).forEach(System.out::println);
        System.out.println(READY);
        if (System.in.read() >= 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}
