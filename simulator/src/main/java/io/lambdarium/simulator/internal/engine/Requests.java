// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.engine;

import io.lambdarium.simulator.InvokeRequest;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.event.InvocationRequest;
import io.lambdarium.simulator.internal.lifecycle.Identities;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what AWS makes for a request: ids, trace headers, ARNs, log streams. */
final class Requests {

    /** Where the simulated function lives. A real account id has twelve digits too, but nobody owns this one. */
    static final String ACCOUNT = "123456789012";

    private static final String ARN = "arn:aws:lambda:us-east-1:" + ACCOUNT + ":function:";
    private static final Pattern ROOT = Pattern.compile("Root=([^;]+)");
    private static final Pattern SAMPLED = Pattern.compile("Sampled=([01])");

    private static final int DIGITS_OF_A_LONG = 16;

    private Requests() {}

    static InvocationRequest of(LambdaFunction function, InvokeRequest request, Instant now) {
        String qualifier = request.qualifier().isEmpty() ? "" : ":" + request.qualifier();
        return new InvocationRequest(
                uuid(),
                ARN + function.name() + qualifier,
                trace(request.traceId(), now),
                request.clientContext(),
                request.cognitoIdentity(),
                request.tenant(),
                "application/json",
                request.payload().size());
    }

    /** A version 4 UUID. {@code UUID.randomUUID} would load a secure random generator: 16 ms, once. */
    private static String uuid() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return Identities.uuid(random.nextLong(), random.nextLong());
    }

    /** The caller's root survives; the parent is new. */
    private static String trace(String given, Instant now) {
        String fresh = "1-" + Long.toHexString(now.getEpochSecond()) + '-' + hex(24);
        String root = given.isEmpty() ? fresh : first(ROOT, given, fresh);
        String sampled = given.isEmpty() ? "0" : first(SAMPLED, given, "0");
        return "Root=" + root + ";Parent=" + hex(16) + ";Sampled=" + sampled;
    }

    private static String first(Pattern pattern, String text, String otherwise) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : otherwise;
    }

    private static String hex(int digits) {
        StringBuilder text = new StringBuilder(digits);
        for (int left = digits; left > 0; left -= DIGITS_OF_A_LONG) {
            long random = ThreadLocalRandom.current().nextLong();
            text.append(HexFormat.of().toHexDigits(random, Math.min(left, DIGITS_OF_A_LONG)));
        }
        return text.toString();
    }
}
