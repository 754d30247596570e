// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Exit;
import io.lambdarium.simulator.event.ProcessEvent.Stream;

/** What a listener was told. */
sealed interface Heard {

    record LaunchFailed(int number, Listener.Cause cause, String reason) implements Heard {}

    record Wrote(int number, Stream stream, String text) implements Heard {}

    record Dropped(int number, long kept) implements Heard {}

    record Exited(int number, Exit exit) implements Heard {}

    record RanOutOfMemory(int number, boolean child, long bytes) implements Heard {}

    record Used(long bytes) implements Heard {}

    record Rested(boolean frozen) implements Heard {}
}
