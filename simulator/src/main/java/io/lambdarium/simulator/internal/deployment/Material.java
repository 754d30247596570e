// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What code or a layer is taken from: a directory or a ZIP. */
interface Material extends Closeable {

    /** What its files come to, in bytes. */
    long size() throws IOException;

    /** A name that it has for as long as it holds the same. */
    String fingerprint() throws IOException;

    /** Lays all its files into that, as one layer. */
    void lay(Overlay into) throws IOException;

    /** Where its files are already, if they need not be laid anywhere. */
    Optional<Path> inPlace();
}
