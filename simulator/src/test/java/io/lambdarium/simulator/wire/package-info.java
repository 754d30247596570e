// SPDX-License-Identifier: Apache-2.0
/** What the tests of every module speak to a simulator with: sockets and bytes, nothing that is clever. */
@NullMarked
package io.lambdarium.simulator.wire;

import org.jspecify.annotations.NullMarked;
