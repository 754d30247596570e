// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that opens a listener, says so, and ends. */
final class ExitingJvm {

    private ExitingJvm() {}

    /** How long it takes from the end of its main method to its exit. */
    static long millisecondsToExit() throws IOException, InterruptedException {
        Process jvm = Writing.interruptedBy(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExitingJvm.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)::start);
        try {
            int said = jvm.getInputStream().read();
            long begin = System.nanoTime();
            boolean exited = jvm.waitFor(20, TimeUnit.SECONDS);
            if (said < 0 || !exited || jvm.exitValue() != 0) {
                throw new IOException("it did not open a listener and exit");
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
        } finally {
            jvm.destroyForcibly();
        }
    }

    public static void main(String[] arguments) {
        Listener.open(exchange -> exchange.setStatusCode(204)).address();
        System.out.write('!');
        System.out.flush();
    }
}
