// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A handler for a managed runtime: answers with the environment variable that the event names. */
public final class JavaPuppet implements RequestHandler<String, String> {

    @Override
    public String handleRequest(String variable, Context context) {
        return System.getenv().getOrDefault(variable, "");
    }
}
