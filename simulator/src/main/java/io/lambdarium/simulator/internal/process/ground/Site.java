// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.internal.deployment.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What a ground is to be like.
 *
 * @param installation the function that lives there, and its files
 * @param memory how many bytes its processes may use
 * @param storage how many megabytes {@code /tmp} has, where its size can be limited
 * @param needed paths of this machine that processes must be able to read; asked for where they are not visible anyway
 * @param directory where the environment's own files are, where its paths are not real
 */
public record Site(
        Installation installation,
        OptionalLong memory,
        int storage,
        Supplier<List<Path>> needed,
        Optional<Path> directory) {

    /** With nothing in it: to see whether it can be made. */
    static Site trial(String perl) {
        Installation nothing = Installation.without(LambdaFunction.function("trial"));
        return new Site(nothing, OptionalLong.empty(), 512, () -> List.of(Path.of(perl)), Optional.empty());
    }

    Site in(Path other) {
        return new Site(installation, memory, storage, needed, Optional.of(other));
    }
}
