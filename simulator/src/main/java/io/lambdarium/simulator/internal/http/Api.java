// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.http;

import io.lambdarium.simulator.Payload;
import io.lambdarium.simulator.internal.lifecycle.Call;
import java.util.Optional;

/** One of Lambda's APIs: makes calls out of requests. */
interface Api {

    /** The call, if the head of the request says it all. */
    Optional<Call> early(Request request);

    /** The call, where the body had to be awaited. */
    Call late(Request request, Payload body);
}
