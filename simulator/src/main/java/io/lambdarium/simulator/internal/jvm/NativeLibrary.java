// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.jvm;

import io.lambdarium.simulator.internal.deployment.Contents;
import io.lambdarium.simulator.internal.deployment.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The native part of AWS's runtime interface client.
 *
 * <p>The client would unpack it into {@code /tmp} under a fixed name: where that is the machine's own, several of them would
 * get in each other's way, and one user's would be in the way of another's. So it is unpacked here, and the client is told
 * where to.
 *
 * @param file its name in the client's archive
 */
record NativeLibrary(String file) {

    private static final String PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    /** The one for the processor and the C library of this JVM. */
    static NativeLibrary here() {
        return of(System.getProperty("os.arch"), release());
    }

    /** The one for a JVM on that processor, with such a file {@code release} in its home. */
    static NativeLibrary of(String processor, String release) {
        String system = release.contains("LIBC=\"musl\"") ? "linux_musl" : "linux";
        return new NativeLibrary(
                "libaws-lambda-jni." + system + "-" + (processor.equals("amd64") ? "x86_64" : "aarch_64") + ".so");
    }

    /** The option that tells the client where it is; none for a client that has it elsewhere. */
    Optional<String> in(ClassPath classes) {
        if (!classes.has("jni/" + file)) {
            return Optional.empty();
        }
        String name = "client-" + Fingerprint.of(classes);
        Path directory =
                Contents.shared().get(name, fresh -> Files.write(fresh.resolve(file), classes.read("jni/" + file)));
        return Optional.of("-D" + PROPERTY + "=" + directory.resolve(file));
    }

    private static String release() {
        try {
            return Files.readString(Path.of(System.getProperty("java.home"), "release"));
        } catch (IOException e) {
            return "";
        }
    }
}
