// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.EnvironmentEvent.InitPhase;
import io.lambdarium.simulator.internal.log.PlatformRecord.Extension;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitReport;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitRuntimeDone;
import io.lambdarium.simulator.internal.log.PlatformRecord.InitStart;
import io.lambdarium.simulator.internal.log.PlatformRecord.Metrics;
import io.lambdarium.simulator.internal.log.PlatformRecord.Report;
import io.lambdarium.simulator.internal.log.PlatformRecord.Response;
import io.lambdarium.simulator.internal.log.PlatformRecord.RuntimeDone;
import io.lambdarium.simulator.internal.log.PlatformRecord.Span;
import io.lambdarium.simulator.internal.log.PlatformRecord.Start;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** System lines as JSON: AWS's telemetry, schema 2022-12-13. Source: extensions-telemetry §§4.5 and 4.6. */
final class JsonFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final long MEGABYTE = 1L << 20;
    private static final String VERSION = "$LATEST";

    private JsonFormat() {}

    static String line(Instant at, PlatformRecord fact) {
        JsonObject line = new JsonObject();
        line.addProperty("time", TIME.format(at));
        line.addProperty("type", "platform." + name(fact));
        line.add("record", json(fact));
        return line.toString();
    }

    /** The record's own name, as in {@code initStart}. */
    private static String name(PlatformRecord fact) {
        String name = fact.getClass().getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static String word(InitPhase phase) {
        return phase.name().toLowerCase(Locale.ROOT);
    }

    private static JsonObject json(PlatformRecord fact) {
        if (fact instanceof InitStart start) {
            return initStart(start);
        }
        if (fact instanceof InitRuntimeDone done) {
            return result(init(done.phase()), done.result());
        }
        if (fact instanceof Extension extension) {
            return extension(extension);
        }
        if (fact instanceof InitReport report) {
            return initReport(report);
        }
        if (fact instanceof RuntimeDone done) {
            return runtimeDone(done);
        }
        return fact instanceof Report report ? report(report) : start((Start) fact);
    }

    private static JsonObject init(InitPhase phase) {
        JsonObject json = new JsonObject();
        json.addProperty("initializationType", "on-demand");
        json.addProperty("phase", word(phase));
        return json;
    }

    private static JsonObject result(JsonObject json, Result result) {
        json.addProperty("status", result.status().word());
        if (!result.errorType().isEmpty()) {
            json.addProperty("errorType", result.errorType());
        }
        return json;
    }

    private static JsonObject initStart(InitStart start) {
        LambdaFunction function = start.function();
        JsonObject json = init(start.phase());
        if (SystemLevel.namesTheRuntime(start)) {
            json.addProperty("runtimeVersion", RuntimeVersion.NAME);
            json.addProperty("runtimeVersionArn", RuntimeVersion.ARN);
        }
        json.addProperty("functionName", function.name());
        json.addProperty("functionVersion", VERSION);
        json.addProperty("instanceId", start.logStream());
        json.addProperty("instanceMaxMemory", function.memory() * MEGABYTE);
        return json;
    }

    private static JsonObject extension(Extension extension) {
        JsonArray events = new JsonArray();
        extension.events().stream().sorted().forEach(event -> events.add(event.name()));
        JsonObject json = new JsonObject();
        json.addProperty("name", extension.name());
        json.addProperty("state", extension.state());
        json.add("events", events);
        if (!extension.errorType().isEmpty()) {
            json.addProperty("errorType", extension.errorType());
        }
        return json;
    }

    private static JsonObject initReport(InitReport report) {
        JsonObject metrics = new JsonObject();
        metrics.addProperty("durationMs", Milliseconds.number(report.took()));
        JsonObject json = result(init(report.phase()), report.result());
        json.add("metrics", metrics);
        return json;
    }

    private static JsonObject request(String requestId) {
        JsonObject json = new JsonObject();
        json.addProperty("requestId", requestId);
        return json;
    }

    private static JsonObject start(Start start) {
        JsonObject json = request(start.requestId());
        json.addProperty("version", VERSION);
        return json;
    }

    private static JsonObject runtimeDone(RuntimeDone done) {
        JsonObject metrics = new JsonObject();
        metrics.addProperty("durationMs", Milliseconds.number(done.took()));
        metrics.addProperty("producedBytes", done.response().map(Response::size).orElse(0L));
        JsonObject json = result(request(done.requestId()), done.result());
        done.response().ifPresent(response -> json.add("spans", spans(response.spans())));
        json.add("metrics", metrics);
        return json;
    }

    private static JsonObject report(Report report) {
        JsonObject json = request(report.requestId());
        json.add("metrics", metrics(report.metrics()));
        report.extensionOverhead().ifPresent(span -> json.add("spans", spans(List.of(span))));
        return result(json, report.result());
    }

    private static JsonObject metrics(Metrics metrics) {
        JsonObject json = new JsonObject();
        json.addProperty("durationMs", Milliseconds.number(metrics.duration()));
        json.addProperty("billedDurationMs", metrics.billed());
        json.addProperty("memorySizeMB", metrics.memorySize());
        json.addProperty("maxMemoryUsedMB", metrics.maxMemoryUsed());
        metrics.init().ifPresent(took -> json.addProperty("initDurationMs", Milliseconds.number(took)));
        return json;
    }

    private static JsonArray spans(List<Span> spans) {
        JsonArray all = new JsonArray();
        for (Span span : spans) {
            JsonObject json = new JsonObject();
            json.addProperty("name", span.name());
            json.addProperty("start", TIME.format(span.start()));
            json.addProperty("durationMs", Milliseconds.number(span.took()));
            all.add(json);
        }
        return all;
    }
}
