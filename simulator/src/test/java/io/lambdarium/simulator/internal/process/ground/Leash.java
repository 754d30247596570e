// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A named pipe that processes and all their descendants hold: it ends when the last of them is gone. */
final class Leash {

    private final Path pipe;
    private final CompletableFuture<Void> slack = new CompletableFuture<>();

    Leash(Path directory) throws IOException, InterruptedException {
        pipe = directory.resolve("leash");
        Writing.interruptedBy(new ProcessBuilder("mkfifo", "-m", "666", pipe.toString())::start)
                .waitFor();
        Daemons.start("leash", this::follow);
    }

    private void follow() {
        try (InputStream from = Files.newInputStream(pipe)) {
            from.transferTo(OutputStream.nullOutputStream());
            slack.complete(null);
        } catch (IOException e) {
            slack.completeExceptionally(e);
        }
    }

    /** Where it is: processes must be able to see it. */
    Path path() {
        return pipe;
    }

    /** What a script begins with to hold it. */
    String hold() {
        return "exec 9> " + pipe + "; ";
    }

    /** Whether somebody holds it still. */
    boolean isHeld() {
        return !slack.isDone();
    }

    /** Returns when nobody holds it any more. */
    void awaitSlack(long millis) {
        slack.orTimeout(millis, TimeUnit.MILLISECONDS).join();
    }
}
