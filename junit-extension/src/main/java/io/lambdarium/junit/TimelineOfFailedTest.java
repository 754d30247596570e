// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

/** What happened in Lambda before a test failed; travels with the failure, into every report and every IDE. */
@SuppressWarnings("OverrideThrowableToString")
final class TimelineOfFailedTest extends Exception {

    private static final long serialVersionUID = 1L;

    TimelineOfFailedTest(String story) {
        super(story, null, false, false);
    }

    /** Without the name of the class: whoever reads this wants the story. */
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
