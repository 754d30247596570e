// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.lambdarium.simulator.internal.lifecycle.Call;
import io.lambdarium.simulator.wire.RawClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What a listener costs. Isolated, for it counts what the whole process has. */
@Isolated
class SharedIoTest {

    private static final String NEXT = "/2018-06-01/runtime/invocation/next";
    private static final int CYCLES = 500;
    private static final long WAIT_OF_THE_JVM = 300;

    @Test
    void any_number_of_listeners_shares_one_io_thread_and_one_that_accepts() throws InterruptedException {
        try (Stages stages = Stages.of(20)) {
            stages.parkOneCallEach();

            assertThat(threads()).containsExactlyInAnyOrder("lambdarium-http I/O-1", "lambdarium-http Accept");
        }
    }

    @Test
    void a_listener_costs_one_file_descriptor() throws IOException {
        assumeTrue(OpenFiles.canBeCounted());
        try (OpenFiles files = new OpenFiles();
                Stages stages = Stages.of(20)) {
            assertThat(files.opened()).isEqualTo(stages.size());
        }
    }

    @Test
    void nothing_is_left_of_environments_that_were_closed_with_a_call_parked() throws Exception {
        assumeTrue(OpenFiles.canBeCounted());
        openParkAndClose();
        try (OpenFiles files = new OpenFiles()) {

            for (int i = 0; i < CYCLES; i++) {
                openParkAndClose();
            }

            assertThat(files.opened()).isZero();
        }
    }

    @Test
    void a_jvm_that_used_it_exits_without_waiting_for_it() throws Exception {
        long fastest = WAIT_OF_THE_JVM;
        for (int i = 0; i < 5 && fastest >= WAIT_OF_THE_JVM; i++) {
            fastest = Math.min(fastest, ExitingJvm.millisecondsToExit());
        }

        assertThat(fastest).isLessThan(WAIT_OF_THE_JVM);
    }

    /** The server's end of a connection is closed before its client sees the end of the stream. */
    private static void openParkAndClose() throws InterruptedException {
        try (Stage stage = new Stage()) {
            RawClient runtime = stage.client().sendGet(NEXT);
            stage.inbox.take(Call.RuntimeNext.class);
            stage.server.close(Stage.ENVIRONMENT);
            runtime.awaitEof();
        }
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("lambdarium-http") || name.startsWith("XNIO"))
                .collect(Collectors.toSet());
    }

    private record Stages(List<Stage> all) implements AutoCloseable {

        static Stages of(int count) {
            List<Stage> all = new ArrayList<>();
            IntStream.range(0, count).forEach(i -> all.add(new Stage()));
            all.forEach(Stage::address);
            return new Stages(all);
        }

        int size() {
            return all.size();
        }

        void parkOneCallEach() throws InterruptedException {
            for (Stage stage : all) {
                stage.client().sendGet(NEXT);
                stage.inbox.take(Call.RuntimeNext.class);
            }
        }

        @Override
        public void close() {
            all.forEach(Stage::close);
        }
    }
}
