// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An HTTP response as it came.
 *
 * @param status its status
 * @param headers its header fields; their names are found in any spelling and printed in the sender's
 * @param body its body
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {

    /** The value of a field; empty if it is not there. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The body read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
