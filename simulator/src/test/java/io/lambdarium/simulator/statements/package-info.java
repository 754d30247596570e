// SPDX-License-Identifier: Apache-2.0
/**
 * What Lambda does, statement by statement: each test carries the numbers of the statements that it shows.
 *
 * <p>These tests stand outside: they speak raw bytes over a socket to a started simulator, or, where a statement is about
 * time or order, go through the public API in virtual time.
 */
@NullMarked
package io.lambdarium.simulator.statements;

import org.jspecify.annotations.NullMarked;
