// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Decides who acts where several of our extensions meet: whoever comes first.
 *
 * <p>An annotation and a registered field bring one extension each. They would all do the same, since none of them remembers
 * anything, but JUnit refuses a parameter that two of them offer to resolve.
 */
final class FirstComer {

    private FirstComer() {}

    static boolean is(LambdaSimulatorExtension comer, Object task, ExtensionContext context) {
        Claim claim = new Claim(context.getUniqueId(), task);
        return Stored.of(context).computed(claim, LambdaSimulatorExtension.class, () -> comer) == comer;
    }

    private record Claim(String context, Object task) {}
}
