// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lambdarium.simulator.FunctionLog;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.Logging.Level;
import io.lambdarium.simulator.SimulatorException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLogTest {

    private static final String LEVEL = "AWS_LAMBDA_LOG_LEVEL";

    @AutoClose
    private final Scene scene = Scene.inVirtualTime();

    private static List<String> types(FunctionLog log) {
        return log.lines().stream()
                .map(line ->
                        line.text().replaceFirst(".*\"type\":\"platform\\.(\\w+)\".*\"status\":\"(\\w+)\".*", "$1 $2"))
                .map(text -> text.replaceFirst(".*\"type\":\"platform\\.(\\w+)\".*", "$1"))
                .toList();
    }

    /** An invocation that succeeds, and one that times out. */
    private void serveTwo(Logging logging) {
        Cast cast = Cast.of(scene.deploy(f -> f.logging(logging)).initialize());
        Invocation first = scene.invoke("{}");
        cast.next().reply();
        cast.runtime().respond(first.requestId(), "{}");
        Poll next = cast.runtime().next();
        first.awaitReport();
        Invocation second = scene.invoke("{}");
        next.reply();
        scene.advance(Duration.ofSeconds(3));
        second.awaitReport();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEBUG | initStart, initRuntimeDone success, initReport success, start, runtimeDone success, "
                        + "report success, start, runtimeDone timeout, report timeout",
                "INFO | initStart, start, report success, start, runtimeDone timeout, report timeout",
                "WARN | runtimeDone timeout, report timeout"
            })
    @Statement("L-135")
    void the_system_level_decides_which_records_are_logged(Level level, String records) {
        serveTwo(Logging.json().system(level));

        assertThat(String.join(", ", types(scene.lambda().log()))).isEqualTo(records);
    }

    @Test
    @Statement("L-059")
    void what_the_runtime_does_after_its_answer_counts_as_its_work() {
        Cast cast = Cast.of(
                scene.deploy(f -> f.logging(Logging.json().system(Level.DEBUG))).initialize());
        Invocation invocation = scene.invoke("{}");
        cast.next().reply();
        cast.runtime().respond(invocation.requestId(), "{}");
        scene.advance(Duration.ofMillis(500));
        scene.keep(cast.runtime().next());

        invocation.awaitReport();
        assertThat(invocation.log().text())
                .contains("\"type\":\"platform.runtimeDone\",\"record\":{\"requestId\":\"" + invocation.requestId()
                        + "\",\"status\":\"success\"")
                .contains("\"metrics\":{\"durationMs\":500.0,\"producedBytes\":2}");
    }

    @Test
    @Statement("L-137")
    void text_has_no_levels() {
        assertThatThrownBy(() -> Logging.text().application(Level.DEBUG))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("LogLevel is not supported when LogFormat is set to \"Text\".");
        assertThatThrownBy(() -> Logging.text().system(Level.DEBUG))
                .isInstanceOf(SimulatorException.class)
                .hasMessageContaining("LogLevel is not supported when LogFormat is set to \"Text\".");
    }

    @Test
    @Statement("L-138")
    void only_who_logs_json_is_told_the_level() {
        Map<String, String> text = scene.deploy().initialize().runtime().seat().variables();
        Logging logging = Logging.json().application(Level.ERROR).group("mine");

        scene.deploy(f -> f.logging(logging), "flusher").initialize();
        ExtensionPeer flusher = scene.extension("flusher");
        flusher.register();
        Map<String, String> json = scene.runtime().seat().variables();

        assertThat(text).doesNotContainKeys(LEVEL, "AWS_LAMBDA_LOG_FORMAT");
        assertThat(json)
                .containsEntry(LEVEL, "ERROR")
                .containsEntry("AWS_LAMBDA_LOG_FORMAT", "JSON")
                .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "mine");
        assertThat(flusher.seat().variables()).containsEntry(LEVEL, "ERROR").containsKey("AWS_LAMBDA_LOG_FORMAT");
    }
}
