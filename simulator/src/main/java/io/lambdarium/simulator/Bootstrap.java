// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import io.lambdarium.simulator.internal.jvm.JavaHandler;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** How a runtime or an extension is started. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Bootstrap permits Attached, Bootstrap.InProcess, Bootstrap.Program {

    /**
     * The variable in which an in-process body finds what a process finds in {@code argv[0]}: the path that it was started
     * by, such as {@code /opt/extensions/flusher}. Extensions learn their name from it; Lambda has no variable for it, and
     * no process is given this one.
     */
    String ARGV0 = "LAMBDARIUM_ARGV0";

    /**
     * Runs the body on a thread of its own, once for each initialization of each environment.
     *
     * <p>Its return is exit status 0, an {@link ExitStatus} the status that it names, and any other exception is exit status
     * 1. SIGTERM interrupts it; SIGKILL abandons it, since a thread cannot be killed: every later call of it is refused.
     */
    static Bootstrap inProcess(Body body) {
        return new InProcess(body);
    }

    /**
     * Runs a program as a process of its own, once for each initialization of each environment.
     *
     * <pre>{@code
     * Bootstrap bootstrap = process("target/bootstrap").env("RUST_LOG", "debug");
     * }</pre>
     *
     * @param program its path, on this machine or as the environment sees it: {@code /var/task/bootstrap}; without a slash in
     *     it, a name that is looked for on the {@code PATH} of this machine
     * @param arguments what it is given beside its path
     */
    static Program process(String program, String... arguments) {
        return new Program(program, List.of(arguments), Optional.empty(), Map.of());
    }

    /** Runs a program of this machine as a process of its own; it is not looked for on the {@code PATH}. */
    static Program process(Path program, String... arguments) {
        return process(program.toAbsolutePath().toString(), arguments);
    }

    /**
     * Runs a plain Java function as Lambda would: in a JVM of its own, under AWS's runtime interface client, with the class
     * path of the test.
     *
     * <pre>{@code
     * lambda.deploy(function("greeter").runtime(javaHandler(Greeter.class)));
     * }</pre>
     *
     * <p>The client is the user's to provide: {@code com.amazonaws:aws-lambda-java-runtime-interface-client}, version 2 or newer,
     * with scope test. It needs Linux.
     *
     * @param handler a public class that implements {@code RequestHandler} or {@code RequestStreamHandler}
     * @throws SimulatorException if this is not Linux, or if the client is not on the class path
     */
    static Program javaHandler(Class<?> handler) {
        return JavaHandler.of(handler);
    }

    /**
     * The same for a method that needs no interface.
     *
     * @param handler a class and a method, as Lambda's setting names them: {@code com.example.Orders::place}
     * @throws SimulatorException if this is not Linux, or if the client is not on the class path
     */
    static Program javaHandler(String handler) {
        return JavaHandler.of(handler);
    }

    /**
     * Waits for someone else to start it: an IDE, a debugger, or the test itself.
     *
     * @see Attached
     */
    static Attached attached() {
        return new Attached();
    }

    /** What an in-process participant does with its life. */
    @FunctionalInterface
    interface Body {

        /**
         * Lives until it returns or throws.
         *
         * @param variables the environment variables that Lambda would give it
         * @throws Exception to exit with status 1, or with that of an {@link ExitStatus}
         */
        void live(Map<String, String> variables) throws Exception;
    }

    /**
     * Thrown by an in-process body in order to exit with a status, where a process would call {@code exit(3)}.
     *
     * <pre>{@code
     * Bootstrap crashing = inProcess(variables -> { throw new Bootstrap.ExitStatus(3); });
     * }</pre>
     */
    final class ExitStatus extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        /** With the status to exit with: 0 to 255. */
        public ExitStatus(int status) {
            super("exit status " + status, null, false, false);
            this.status = status;
        }

        /** The status to exit with. */
        public int status() {
            return status;
        }
    }

    /**
     * A body on a thread of its own.
     *
     * @param body what it does
     */
    record InProcess(Body body) implements Bootstrap {}

    /**
     * A program that runs as a process of its own.
     *
     * @param program its path
     * @param arguments what it is given beside its path
     * @param directory where it begins, if not where the function's code is
     * @param variables what it is given beside the function's environment variables
     */
    record Program(String program, List<String> arguments, Optional<Path> directory, Map<String, String> variables)
            implements Bootstrap {

        public Program {
            arguments = List.copyOf(arguments);
            variables = Collections.unmodifiableMap(new TreeMap<>(variables));
            ProgramRules.require(program, arguments, variables);
        }

        /** Beginning in that directory. */
        public Program in(Path other) {
            return new Program(program, arguments, Optional.of(other), variables);
        }

        /** With that environment variable, which Lambda would not give it: for what a test needs. */
        public Program env(String name, String value) {
            Map<String, String> more = new TreeMap<>(variables);
            more.put(name, value);
            return new Program(program, arguments, directory, more);
        }
    }
}
