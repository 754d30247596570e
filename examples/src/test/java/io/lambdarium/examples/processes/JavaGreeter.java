// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** A plain Java function, as it is deployed to Lambda: it knows nothing of tests. */
// tag::handler[]
public class JavaGreeter implements RequestHandler<Map<String, String>, String> {

    @Override
    public String handleRequest(Map<String, String> event, Context context) {
        context.getLogger().log("greeting\n" + event.get("name"));
        return "Hello, " + event.get("name") + "!";
    }
    // end::handler[]

    /** A handler by its own name: what the context says of the invocation. */
    public String describe(Map<String, String> event, Context context) {
        return String.join(
                " ",
                context.getFunctionName(),
                context.getAwsRequestId(),
                Integer.toString(context.getMemoryLimitInMB()),
                System.getenv("AWS_EXECUTION_ENV"));
    }

    /** Another one: whether temporary files are where the environment has them. */
    public boolean keepsToItsDirectory(Map<String, String> event) {
        String directory = System.getenv().getOrDefault("TMPDIR", "/tmp");
        return System.getProperty("java.io.tmpdir").equals(directory);
    }

    /** A method that looks for how large its heap may become. */
    public boolean keepsToItsMemory(Map<String, String> event) {
        long memory = Long.parseLong(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")) << 20;
        return Runtime.getRuntime().maxMemory() < memory;
    }
}
