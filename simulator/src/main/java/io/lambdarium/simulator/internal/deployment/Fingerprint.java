// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A name that is made of a content: other contents have other names. */
public final class Fingerprint {

    private final MessageDigest digest;

    /** The name of these facts. */
    public static String of(Object... facts) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(facts);
        return fingerprint.name();
    }

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    void addBytes(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    void add(Object... facts) {
        for (Object fact : facts) {
            digest.update((fact + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }

    String name() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
