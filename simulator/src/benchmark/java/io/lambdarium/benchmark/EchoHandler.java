// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A function for AWS's own runtime: answers each event with the event. */
public final class EchoHandler implements RequestStreamHandler {

    /** For the runtime. */
    public EchoHandler() {}

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        event.transferTo(answer);
    }
}
