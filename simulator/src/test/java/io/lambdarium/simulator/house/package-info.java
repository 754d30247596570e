// SPDX-License-Identifier: Apache-2.0
/** What the house checks about itself, for the tests of every module; packed as a test jar. */
@NullMarked
package io.lambdarium.simulator.house;

import org.jspecify.annotations.NullMarked;
