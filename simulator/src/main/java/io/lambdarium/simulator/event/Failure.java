// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.event;

import org.apiguardian.api.API;

/**
 * An error that the platform itself reports for an invocation or an initialization.
 *
 * @param errorType AWS's name for it, such as {@code Runtime.ExitError}
 * @param message what AWS says about it, without the prefix that names the request; may be empty
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Failure(String errorType, String message) {}
