// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.Logging;
import io.lambdarium.simulator.event.Participant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables that Lambda gives to a participant, beside those of the function. Source: lifecycle §§4.1 to
 * 4.3, the list of {@code provided.al2023}.
 *
 * <p>The variables of the metadata endpoint, which is not served, are left out. That of framed logs names a file descriptor, so
 * it is added where that is made.
 *
 * @param function what is deployed
 * @param address where the APIs are, as {@code host:port}
 * @param logStream the name of the log stream; an environment keeps it through its resets (L-118)
 * @param host the variables of this machine; no participant sees one of them that the function does not pass on
 */
public record ReservedVariables(
        LambdaFunction function, String address, String logStream, Function<String, @Nullable String> host) {

    private static final String REGION = "us-east-1";
    private static final String VERSION = "$LATEST";

    /** What a function may set otherwise. Source: lifecycle §§4.1 and 4.2. */
    private static final Map<String, String> DEFAULTS = Map.of(
            "AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR",
            "AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1:2000",
            "LANG", "en_US.UTF-8",
            "LD_LIBRARY_PATH",
                    "/var/lang/lib:/lib64:/usr/lib64:/var/runtime:/var/runtime/lib:/var/task:/var/task/lib:/opt/lib",
            "PATH", "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin",
            "TZ", ":UTC");

    /** Always the same. The credentials open nothing, and say so to whoever finds them in a log. */
    private static final Map<String, String> CONSTANTS = Map.ofEntries(
            Map.entry("AWS_REGION", REGION),
            Map.entry("AWS_DEFAULT_REGION", REGION),
            Map.entry("AWS_ACCESS_KEY_ID", "simulated-access-key-id"),
            Map.entry("AWS_SECRET_ACCESS_KEY", "simulated-secret-access-key"),
            Map.entry("AWS_SESSION_TOKEN", "simulated-session-token"),
            Map.entry("AWS_LAMBDA_FUNCTION_VERSION", VERSION),
            Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
            Map.entry("LAMBDA_TASK_ROOT", "/var/task"),
            Map.entry("LAMBDA_RUNTIME_DIR", "/var/runtime"),
            Map.entry("_AWS_XRAY_DAEMON_ADDRESS", "169.254.100.1"),
            Map.entry("_AWS_XRAY_DAEMON_PORT", "2000"));

    /** What an extension is not given, beside all that begins with an underscore. Source: lifecycle §4.3. */
    private static final Set<String> WITHHELD = Set.of(
            "AWS_EXECUTION_ENV",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "AWS_XRAY_CONTEXT_MISSING",
            "AWS_XRAY_DAEMON_ADDRESS",
            "LAMBDA_RUNTIME_DIR",
            "LAMBDA_TASK_ROOT");

    public ReservedVariables(LambdaFunction function, String address, String logStream) {
        this(function, address, logStream, System::getenv);
    }

    /** All that the participant is given. */
    public Map<String, String> of(Participant participant) {
        return participant.equals(Participant.RUNTIME) ? ofRuntime() : ofExtension();
    }

    private SortedMap<String, String> ofRuntime() {
        SortedMap<String, String> all = new TreeMap<>(DEFAULTS);
        all.putAll(passed());
        all.putAll(logging(function.logging()));
        all.putAll(function.variables());
        all.putAll(CONSTANTS);
        all.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memory()));
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", function.logging().group().orElse("/aws/lambda/" + function.name()));
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        all.put("AWS_LAMBDA_RUNTIME_API", address);
        all.put("_HANDLER", function.handler());
        return all;
    }

    /** As text, Lambda says nothing of format and level (L-110, L-138). A function may set both otherwise. */
    private static Map<String, String> logging(Logging logging) {
        return logging.isJson()
                ? Map.of(
                        "AWS_LAMBDA_LOG_FORMAT",
                        "JSON",
                        "AWS_LAMBDA_LOG_LEVEL",
                        logging.application().name())
                : Map.of();
    }

    private Map<String, String> ofExtension() {
        Map<String, String> some = ofRuntime();
        some.keySet().removeIf(name -> name.startsWith("_") || WITHHELD.contains(name));
        passed().forEach(some::putIfAbsent);
        return some;
    }

    /** One that this machine does not have is not there either. */
    private Map<String, String> passed() {
        Map<String, String> found = new TreeMap<>();
        for (String name : function.passed()) {
            String value = host.apply(name);
            if (value != null) {
                found.put(name, value);
            }
        }
        return found;
    }
}
