// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.event.Exit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What is known of one launched participant: how it exited, and whether anything of it is left.
 *
 * <p>These differ where we cannot kill: such a participant has exited for Lambda, and yet it may still run.
 */
final class Watch {

    private final Consumer<Exit> tell;
    private final Runnable forget;
    private final AtomicBoolean told = new AtomicBoolean();

    Watch(Consumer<Exit> tell, Runnable forget) {
        this.tell = tell;
        this.forget = forget;
    }

    /** It exited for Lambda; only the first time counts. */
    void exited(Exit exit) {
        if (told.compareAndSet(false, true)) {
            tell.accept(exit);
        }
    }

    /** Nothing of it runs any more. */
    void gone() {
        forget.run();
    }

    boolean hasExited() {
        return told.get();
    }
}
