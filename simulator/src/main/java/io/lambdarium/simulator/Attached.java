// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;

/**
 * A runtime or an extension that someone else starts: an IDE, a debugger, or the test itself.
 *
 * <p>Each time Lambda would launch its process, a {@link Seat} opens. Whoever takes it finds the address and the variables
 * there, and says in the end how the process exited.
 *
 * <pre>{@code
 * Attached runtime = attached();
 * lambda.deploy(function("greeter").runtime(runtime));
 * lambda.invoke("{}");
 *
 * Attached.Seat seat = runtime.awaitLaunch(Duration.ofSeconds(5));
 * URI next = URI.create("http://" + seat.address() + "/2018-06-01/runtime/invocation/next");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Attached implements Bootstrap {

    private final BlockingQueue<Seat> open = new LinkedBlockingQueue<>();

    Attached() {}

    /** The next seat that opens, in the order of the launches; each is handed out once. */
    public Seat awaitLaunch(Duration patience) {
        try {
            Seat seat = open.poll(TimeUnit.NANOSECONDS.convert(patience), TimeUnit.NANOSECONDS);
            if (seat != null) {
                return seat;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SimulatorException(
                    "Interrupted while waiting for Lambda to launch an attached participant. "
                            + "Let the thread that plays it wait undisturbed, or leave when it is told to.",
                    e);
        }
        throw new SimulatorException(
                "Waited " + patience.toMillis() + " ms for Lambda to launch an attached participant, "
                        + "but it was not launched. Extensions are launched when an environment starts, the runtime when all "
                        + "external extensions have registered: invoke the function, or initialize an environment, first.");
    }

    /** Opens a seat; the simulator does this where Lambda would start the process. */
    public void launch(Seat seat) {
        open.add(seat);
    }

    /** A place in an environment, kept for a process that someone else starts. */
    public interface Seat {

        /** The environment variables that Lambda would give the process. */
        Map<String, String> variables();

        /** Where the APIs are, as {@code host:port}. */
        default String address() {
            return variables().getOrDefault("AWS_LAMBDA_RUNTIME_API", "");
        }

        /** The signals that Lambda would have sent to the process so far. */
        List<Signal> signals();

        /** Waits until the process would have been sent that signal; says whether it was. */
        boolean awaitSignal(Signal signal, Duration patience);

        /** Tells the simulator that the process ended; only the first time counts. */
        void exit(Exit exit);

        /** Tells the simulator that the process exited with that status. */
        default void exit(int status) {
            exit(Exit.status(status));
        }
    }
}
