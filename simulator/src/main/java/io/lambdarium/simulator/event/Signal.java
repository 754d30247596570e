// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import java.util.Arrays;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A signal that the simulator sends to a process, or that a process died of.
 *
 * <p>The simulator sends two of them: SIGTERM and SIGKILL. The numbers are those on which Linux and macOS agree, and Linux's
 * otherwise.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Signal {
    /** Its terminal is gone. */
    SIGHUP(1, "hangup"),
    /** An interruption from the keyboard. */
    SIGINT(2, "interrupt"),
    /** An interruption that asks for a core. */
    SIGQUIT(3, "quit"),
    /** An instruction that its processor does not have. */
    SIGILL(4, "illegal instruction"),
    /** A trap of a debugger. */
    SIGTRAP(5, "trace/breakpoint trap"),
    /** It called {@code abort(3)}. */
    SIGABRT(6, "aborted"),
    /** Memory that is not there, such as a file that was cut. */
    SIGBUS(7, "bus error"),
    /** Arithmetic that has no result. */
    SIGFPE(8, "floating point exception"),
    /** A request to leave; an in-process body is interrupted. */
    SIGTERM(15, "terminated"),
    /** The end; an in-process body is abandoned, since a thread cannot be killed. */
    SIGKILL(9, "killed"),
    /** The first that has no meaning of its own. */
    SIGUSR1(10, "user defined signal 1"),
    /** Memory that is not its own. */
    SIGSEGV(11, "segmentation fault"),
    /** The second that has no meaning of its own. */
    SIGUSR2(12, "user defined signal 2"),
    /** It wrote to a pipe that nobody reads. */
    SIGPIPE(13, "broken pipe"),
    /** A timer of its own. */
    SIGALRM(14, "alarm clock"),
    /** A fault of a coprocessor, which no system tells any more. */
    SIGSTKFLT(16, "stack fault"),
    /** It used more processor time than it may. */
    SIGXCPU(24, "CPU time limit exceeded"),
    /** It wrote a larger file than it may. */
    SIGXFSZ(25, "file size limit exceeded"),
    /** A timer of its own that runs while it does. */
    SIGVTALRM(26, "virtual timer expired"),
    /** A timer of a profiler. */
    SIGPROF(27, "profiling timer expired"),
    /** What it asked to be told of input and output. */
    SIGIO(29, "I/O possible"),
    /** The power is about to fail. */
    SIGPWR(30, "power failure"),
    /** A system call that it may not make. */
    SIGSYS(31, "bad system call");

    private final int number;
    private final String words;

    Signal(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** Its number on Linux. */
    public int number() {
        return number;
    }

    /** How AWS words a death by this signal, after {@code signal: }. */
    public String words() {
        return words;
    }

    /** The one of that number, if it is one of these. */
    public static Optional<Signal> numbered(int number) {
        return Arrays.stream(values()).filter(signal -> signal.number == number).findFirst();
    }
}
