// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.time.Duration;
import org.apiguardian.api.API;

/** An adverse thing that can be done to a call. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Fault {

    /** The call never reaches Lambda; it is answered with that status, from 200 to 599, and an empty body. */
    static Fault respond(int status) {
        return new Respond(status);
    }

    /** The call reaches Lambda that much later, by the simulator's clock. */
    static Fault delay(Duration by) {
        return new Delay(by);
    }

    /** The call reaches Lambda when the gate opens. */
    static Fault hold(Gate until) {
        return new Hold(until);
    }

    /** The call never reaches Lambda; its connection is closed without an answer. */
    static Fault drop() {
        return new Drop();
    }

    /** Lambda answers, but the connection breaks in the middle of the answer's body. */
    static Fault dropMidAnswer() {
        return new DropMidAnswer();
    }

    /**
     * See {@link #respond(int)}.
     *
     * @param status the HTTP status
     */
    record Respond(int status) implements Fault {

        private static final int FIRST = 200;
        private static final int LAST = 599;

        public Respond {
            if (status < FIRST || status > LAST) {
                throw new SimulatorException("Cannot respond with status " + status
                        + ": no HTTP status ends a call but those from 200 to 599. Name one of them, such as 500.");
            }
        }

        @Override
        public String toString() {
            return "respond with " + status;
        }
    }

    /**
     * See {@link #delay(Duration)}.
     *
     * @param by how long
     */
    record Delay(Duration by) implements Fault {
        public Delay {
            TimeRules.require("delay a call by", by);
        }

        @Override
        public String toString() {
            return "delay by " + by.toMillis() + " ms";
        }
    }

    /**
     * See {@link #hold(Gate)}.
     *
     * @param until what lets the call through
     */
    record Hold(Gate until) implements Fault {
        @Override
        public String toString() {
            return "hold until a gate opens";
        }
    }

    /** See {@link #drop()}. */
    record Drop() implements Fault {
        @Override
        public String toString() {
            return "drop the connection";
        }
    }

    /** See {@link #dropMidAnswer()}. */
    record DropMidAnswer() implements Fault {
        @Override
        public String toString() {
            return "drop the connection in the middle of the answer";
        }
    }
}
