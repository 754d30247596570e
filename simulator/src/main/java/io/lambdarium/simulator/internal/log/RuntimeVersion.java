// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.log;

/** The runtime version that logs name: of the right form, but none that exists, so that nobody takes it for a real one. */
final class RuntimeVersion {

    static final String NAME = "provided:al2023.v0";
    static final String ARN = "arn:aws:lambda:us-east-1::runtime:" + "0".repeat(64);

    private RuntimeVersion() {}
}
