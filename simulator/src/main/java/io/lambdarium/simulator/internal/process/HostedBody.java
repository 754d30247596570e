// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.Bootstrap.Body;
import io.lambdarium.simulator.Bootstrap.ExitStatus;
import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** An in-process participant on a thread of its own. */
final class HostedBody implements Presence {

    /** A parent learns no more than the low byte of an exit status. Source: POSIX, {@code exit()}. */
    private static final int BYTE = 0xFF;

    private static final Exit ABANDONED = Exit.by(Signal.SIGKILL)
            .detail("could not be killed, since it is a thread: it was interrupted and abandoned, and may still run");

    /**
     * What its thread is made of.
     *
     * @param threads makes it
     * @param name its name
     * @param loader its context class loader
     */
    record Host(
            ThreadFactory threads, String name, @Nullable ClassLoader loader) {
        Thread thread(Runnable task) {
            Thread thread = threads.newThread(task);
            thread.setName(name);
            thread.setContextClassLoader(loader);
            return thread;
        }
    }

    private enum State {
        ALIVE,
        ABANDONED,
        ENDED
    }

    private final Body body;
    private final Map<String, String> variables;
    private final Watch watch;
    private final Thread thread;
    private State state = State.ALIVE;

    HostedBody(Body body, Map<String, String> variables, Host host, Watch watch) {
        this.body = body;
        this.variables = variables;
        this.watch = watch;
        this.thread = host.thread(this::run);
    }

    @Override
    public void start() {
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            leave();
            tell(Exit.status(1)
                    .detail("could not be started, for want of a thread: " + Thrown.firstLine(e.getMessage())));
        }
    }

    /** After the body, its thread works for the simulator, telling of the exit: no interrupt may reach that work. */
    private void run() {
        Exit exit = live();
        boolean byItself = leave();
        Thread.interrupted();
        if (byItself) {
            tell(exit);
        } else {
            watch.gone();
        }
    }

    private Exit live() {
        try {
            body.live(variables);
            return Exit.status(0);
        } catch (ExitStatus e) {
            return Exit.status(e.status() & BYTE);
        } catch (Throwable e) {
            return Exit.status(1).detail(Thrown.described(e));
        }
    }

    private void tell(Exit exit) {
        watch.gone();
        watch.exited(exit);
    }

    @Override
    public void signal(Signal signal) {
        if (interrupt(signal) && signal == Signal.SIGKILL) {
            watch.exited(ABANDONED);
        }
    }

    private synchronized boolean interrupt(Signal signal) {
        boolean alive = state == State.ALIVE;
        if (alive) {
            state = signal == Signal.SIGKILL ? State.ABANDONED : State.ALIVE;
            thread.interrupt();
        }
        return alive;
    }

    /** Says whether it leaves by itself, and not after SIGKILL. */
    private synchronized boolean leave() {
        boolean byItself = state == State.ALIVE;
        state = State.ENDED;
        return byItself;
    }
}
