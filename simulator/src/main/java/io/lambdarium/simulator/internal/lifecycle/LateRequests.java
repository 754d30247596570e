// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest requests that timed out and whose late answer has not been refused yet.
 *
 * @param ids their ids, the oldest first
 */
record LateRequests(List<String> ids) {

    static final LateRequests NONE = new LateRequests(List.of());

    boolean contains(String requestId) {
        return ids.contains(requestId);
    }

    /** With that one too; AWS remembers so many and no more. */
    LateRequests with(String requestId) {
        List<String> more = new ArrayList<>(ids);
        more.add(requestId);
        return new LateRequests(
                List.copyOf(more.subList(Math.max(0, more.size() - Limits.LATE_REQUESTS), more.size())));
    }

    LateRequests without(String requestId) {
        return new LateRequests(ids.stream().filter(id -> !id.equals(requestId)).toList());
    }
}
