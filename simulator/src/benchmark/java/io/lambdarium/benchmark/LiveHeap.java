// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The bytes of all objects that can be reached, as HotSpot counts them: exact, where used memory has gaps. */
final class LiveHeap {

    private LiveHeap() {}

    static long bytes() throws JMException {
        ObjectName commands = new ObjectName("com.sun.management:type=DiagnosticCommand");
        Object[] arguments = {new String[0]};
        String[] signature = {String[].class.getName()};
        String histogram = (String)
                ManagementFactory.getPlatformMBeanServer().invoke(commands, "gcClassHistogram", arguments, signature);
        String total = histogram.substring(histogram.lastIndexOf("Total"));
        return Long.parseLong(total.trim().split("\\s+")[2]);
    }
}
