// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.junit;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What JUnit keeps for us in one context, in terms that JUnit 5.11 to 6 understand. */
record Stored(Store store) {

    private static final Namespace NAMESPACE = Namespace.create(LambdaSimulatorExtension.class);

    static Stored of(ExtensionContext context) {
        return new Stored(context.getStore(NAMESPACE));
    }

    /** What lies there, or in a context around it. */
    <V> Optional<V> found(Object key, Class<V> type) {
        return Optional.ofNullable(store.get(key, type));
    }

    /** What lies there, or in a context around it, or else is put there now. */
    @SuppressWarnings("deprecation") // its successor begins with JUnit 6
    <V> V computed(Object key, Class<V> type, Supplier<V> value) {
        return store.getOrComputeIfAbsent(key, missing -> value.get(), type);
    }

    void put(Object key, Object value) {
        store.put(key, value);
    }
}
