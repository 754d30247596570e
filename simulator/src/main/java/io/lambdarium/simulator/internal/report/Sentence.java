// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.report;

import io.lambdarium.simulator.event.Endpoint;
import io.lambdarium.simulator.event.Participant;
import java.util.Locale;
import java.util.stream.Stream;

/** Words that findings share. */
final class Sentence {

    static final String RUNTIME_NEXT = path(Endpoint.RUNTIME_NEXT);
    static final String EXTENSION_NEXT = path(Endpoint.EXTENSION_NEXT);
    static final String REGISTER = path(Endpoint.EXTENSION_REGISTER);

    private Sentence() {}

    /** Method and path, as the API has them. */
    static String path(Endpoint endpoint) {
        return endpoint.method() + " " + endpoint.path();
    }

    /** Its subject: {@code The runtime}, {@code Extension "flusher"}. */
    static String who(Participant participant) {
        return switch (participant.role()) {
            case RUNTIME -> "The runtime";
            case EXTERNAL_EXTENSION -> "Extension " + quoted(participant.name());
            case INTERNAL_EXTENSION -> "Internal extension " + quoted(participant.name());
            case STRANGER -> "Somebody";
        };
    }

    /** A subject in the middle of a sentence. */
    static String lower(String subject) {
        return Character.toLowerCase(subject.charAt(0)) + subject.substring(1);
    }

    static String quoted(String raw) {
        return '"' + Untrusted.text(raw) + '"';
    }

    static String quoted(String raw, int limit) {
        return '"' + Untrusted.text(raw, limit) + '"';
    }

    static Stream<String> when(boolean isTheCase, String sentence, Object... parts) {
        return isTheCase ? Stream.of(say(sentence, parts)) : Stream.empty();
    }

    /** The annotation that would let a checker see the format is in a library that is not worth its weight here. */
    @SuppressWarnings("AnnotateFormatMethod")
    static String say(String sentence, Object... parts) {
        return String.format(Locale.ROOT, sentence, parts);
    }
}
