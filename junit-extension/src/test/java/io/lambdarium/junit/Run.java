// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** JUnit within JUnit: runs test cases and tells how they went. */
final class Run {

    private Run() {}

    /** Runs test cases that are expected to pass. */
    static EngineExecutionResults of(Class<?>... testCases) {
        return prepared(testCases).execute();
    }

    /** Runs test cases whose reports go to that folder. */
    static EngineExecutionResults reportingTo(Path folder, Class<?>... testCases) {
        return prepared(testCases)
                .configurationParameter(ReportFile.PARAMETER, folder.toString())
                .execute();
    }

    static EngineTestKit.Builder prepared(Class<?>... testCases) {
        ClassSelector[] selected =
                Arrays.stream(testCases).map(it -> selectClass(it)).toArray(ClassSelector[]::new);
        return EngineTestKit.engine("junit-jupiter").selectors(selected);
    }

    /** What the failed tests threw, in the order in which they ended. */
    static List<Throwable> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    static List<String> published(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(Event::toString)
                .toList();
    }

    static boolean isClosed(Simulator simulator) {
        try {
            simulator.invoke("{}");
            return false;
        } catch (SimulatorException e) {
            return true;
        }
    }
}
