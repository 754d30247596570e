// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is done when something has happened, and waited for by nobody. */
final class Afterwards {

    private Afterwards() {}

    /** However it ended. */
    static <T> void anyway(
            CompletableFuture<T> event, BiConsumer<? super @Nullable T, ? super @Nullable Throwable> deed) {
        CompletableFuture<T> unused = event.whenComplete(deed);
    }

    /** If it went well. */
    static <T> void ifWell(CompletableFuture<T> event, Consumer<? super T> deed) {
        CompletableFuture<Void> unused = event.thenAccept(deed);
    }
}
