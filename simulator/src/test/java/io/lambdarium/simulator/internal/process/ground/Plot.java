// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.Signal;
import io.lambdarium.simulator.internal.deployment.Installation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A ground of some level with an ear to it; a test is skipped where the machine does not have that level. */
final class Plot implements AutoCloseable {

    static final Path HERE = Path.of("").toAbsolutePath();

    final Ear ear = new Ear();
    final Ground ground;

    Plot(Isolation level) {
        this(level, site(List.of()));
    }

    Plot(Isolation level, Site site) {
        assume(level);
        ground = new Grounds(Optional.of(level)).open(site, ear);
    }

    /** Gives up where the machine does not have that level, and in a run that is about another one. */
    static void assume(Isolation level) {
        Optional<String> lack = Machine.tried().lackFor(level);
        assumeTrue(lack.isEmpty(), () -> lack.orElse(""));
        assumeTrue(RunWish.read().orElse(level) == level, "this run is about another level");
    }

    /** Its processes begin in this directory, even if that is in {@code /tmp}. */
    static Site site(List<Path> needed) {
        return new Site(
                Installation.without(LambdaFunction.function("tested")),
                OptionalLong.empty(),
                512,
                () -> Stream.concat(Stream.of(HERE), needed.stream()).toList(),
                Optional.empty());
    }

    /** Launches a shell with that script, as process 1 of the first initialization. */
    void launch(String script) {
        launch(1, script);
    }

    void launch(int number, String script) {
        launch(number, 1, script);
    }

    void launch(int number, int generation, String script) {
        ground.launch(new Launch(number, generation, shell(script), HERE.toString(), Map.of(), false));
    }

    static Launch.Command shell(String script) {
        return new Launch.Command("/bin/sh", List.of("/bin/sh", "-c", script));
    }

    void signal(Signal signal) {
        ground.signal(1, signal);
    }

    /** Waits until nothing is left. */
    @Override
    public void close() {
        ground.end();
        ground.ended().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
