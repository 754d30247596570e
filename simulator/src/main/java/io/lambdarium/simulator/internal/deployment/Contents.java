// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.internal.engine.AtExit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Directories that were filled for functions: each content once, for all simulators of this JVM, until it ends. */
public final class Contents {

    private static final Map<Path, Contents> SHARED = new ConcurrentHashMap<>();

    private final Path directory;
    private final Map<String, Path> filled = new ConcurrentHashMap<>();

    Contents(Path directory) {
        this.directory = directory;
    }

    /** Those below the system's temporary directory. */
    public static Contents shared() {
        return SHARED.computeIfAbsent(Path.of(System.getProperty("java.io.tmpdir")), Contents::begin);
    }

    /** The directories that there are by now. */
    static Stream<Path> directories() {
        return SHARED.values().stream().map(contents -> contents.directory);
    }

    private static Contents begin(Path temporary) {
        try {
            Path own = OwnDirectory.below(temporary);
            AtExit.run("lambdarium-remove-files", () -> remove(own));
            return new Contents(own);
        } catch (IOException e) {
            throw unwritable(temporary, e);
        }
    }

    private static void remove(Path own) {
        try {
            OwnDirectory.remove(own);
        } catch (IOException e) {
            // the next JVM removes what this one could not
        }
    }

    /** Fills an empty directory. */
    @FunctionalInterface
    public interface Filling {
        /** Puts files into it. */
        void fill(Path directory) throws IOException;
    }

    /** The directory with the content of that name; it is filled by whoever asks first, and all others wait for that. */
    public Path get(String name, Filling filling) {
        return filled.computeIfAbsent(name, missing -> fill(directory.resolve(missing), filling));
    }

    private static Path fill(Path fresh, Filling filling) {
        try {
            Files.createDirectory(fresh, UnixMode.privately(fresh));
            filling.fill(fresh);
            return fresh;
        } catch (IOException e) {
            throw clear(fresh, unwritable(fresh, e));
        } catch (RuntimeException e) {
            throw clear(fresh, e);
        }
    }

    private static RuntimeException clear(Path unfinished, RuntimeException cause) {
        try {
            Tree.delete(unfinished);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
        return cause;
    }

    private static SimulatorException unwritable(Path directory, IOException cause) {
        return new SimulatorException(
                "Cannot put files of functions into " + directory + ": " + Payload.of(cause.toString())
                        + ". See whether there is room and who may write there, or set java.io.tmpdir to another directory.",
                cause);
    }
}
