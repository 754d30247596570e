// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.soak;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The bytes of all objects that can be reached, as HotSpot counts them: exact, where used memory has gaps. */
public final class LiveHeap {

    private LiveHeap() {}

    /** Collects garbage first. */
    public static long bytes() {
        String histogram = histogram();
        String total = histogram.substring(histogram.lastIndexOf("Total"));
        return Long.parseLong(total.trim().split("\\s+")[2]);
    }

    private static String histogram() {
        Object[] arguments = {new String[0]};
        String[] signature = {String[].class.getName()};
        try {
            ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(commands, "gcClassHistogram", arguments, signature);
        } catch (JMException e) {
            throw new IllegalStateException("This JVM cannot count its objects; HotSpot can.", e);
        }
    }
}
