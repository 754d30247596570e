// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

import io.lambdarium.simulator.event.EnvironmentEvent.InitializationStarted;
import io.lambdarium.simulator.event.Event;
import io.lambdarium.simulator.event.ExtensionEvent;
import io.lambdarium.simulator.event.ExtensionEvent.ExitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.InitErrorReported;
import io.lambdarium.simulator.event.ExtensionEvent.Ready;
import io.lambdarium.simulator.event.ExtensionEvent.Registered;
import io.lambdarium.simulator.event.Participant;
import io.lambdarium.simulator.event.ProcessEvent;
import io.lambdarium.simulator.event.ProcessEvent.LaunchFailed;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.internal.log.PlatformRecord.Extension;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Who lives in an environment since its last initialization began, and how far each of them came. */
final class Roll {

    private final Map<Participant, Extension> extensions = new LinkedHashMap<>();
    private boolean runtime;

    void hear(Event event) {
        if (event instanceof InitializationStarted) {
            extensions.clear();
            runtime = false;
        } else if (event instanceof ProcessEvent about) {
            hear(about);
        } else if (event instanceof ExtensionEvent about && !about.extension().equals(Participant.RUNTIME)) {
            hear(about);
        }
    }

    /** Whether the runtime was launched, and is or was a process. */
    boolean hasRuntime() {
        return runtime;
    }

    /** In the order in which they came. */
    List<Extension> extensions() {
        return List.copyOf(extensions.values());
    }

    private void hear(ProcessEvent event) {
        if (event instanceof Launched && event.participant().equals(Participant.RUNTIME)) {
            runtime = true;
        } else if (event instanceof Launched) {
            extensions.put(
                    event.participant(), new Extension(event.participant().name(), "Started", Set.of(), ""));
        } else if (event instanceof LaunchFailed && event.participant().equals(Participant.RUNTIME)) {
            runtime = false;
        } else if (event instanceof LaunchFailed failed) {
            put(failed.participant(), was -> in("LaunchError", was, errorType(failed)));
        }
    }

    /** Not that of the initialization, which is the same for all. Source: lifecycle §1.1, extensions-telemetry §2.3. */
    private static String errorType(LaunchFailed failed) {
        return failed.failure().message().endsWith("permission denied") ? "PermissionDenied" : "UnknownError";
    }

    /** AWS's words for the states. Source: extensions-telemetry §1.7. */
    private void hear(ExtensionEvent event) {
        if (event instanceof Registered registered) {
            String name = registered.extension().name();
            Extension anew = new Extension(name, "Registered", registered.subscriptions(), "");
            extensions.put(registered.extension(), anew);
        } else if (event instanceof Ready) {
            put(event.extension(), was -> in("Ready", was, ""));
        } else if (event instanceof InitErrorReported error) {
            put(event.extension(), was -> in("InitError", was, error.errorType()));
        } else if (event instanceof ExitErrorReported error) {
            put(event.extension(), was -> in("ExitError", was, error.errorType()));
        }
    }

    private void put(Participant who, UnaryOperator<Extension> change) {
        extensions.computeIfPresent(who, (known, was) -> change.apply(was));
    }

    private static Extension in(String state, Extension was, String errorType) {
        return new Extension(was.name(), state, was.events(), errorType);
    }
}
