// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.ProcessEvent.Stream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What the processes of a ground write, made into texts and kept within limits. One thread at a time uses it. */
final class Output {

    private final Listener listener;
    private final Map<Integer, Integer> generations;
    private final Map<Integer, Map<Stream, Splitter>> splitters = new HashMap<>();
    private OutputLimit limit = new OutputLimit();
    private int generation;

    /** With the generation of each process, by its number. */
    Output(Listener listener, Map<Integer, Integer> generations) {
        this.listener = listener;
        this.generations = generations;
    }

    void add(int number, Stream stream, byte[] bytes) {
        renew(generations.getOrDefault(number, generation));
        if (!limit.isExhausted()) {
            splitters
                    .computeIfAbsent(number, fresh -> new EnumMap<>(Stream.class))
                    .computeIfAbsent(stream, fresh -> splitter(number, stream))
                    .add(bytes, 0, bytes.length);
        }
    }

    /** That process writes no more. */
    void end(int number) {
        Map<Stream, Splitter> ended = splitters.remove(number);
        if (ended != null) {
            ended.values().forEach(Splitter::end);
        }
    }

    private void renew(int current) {
        if (current > generation) {
            generation = current;
            limit = new OutputLimit();
        }
    }

    private Splitter splitter(int number, Stream stream) {
        return stream == Stream.LOG
                ? new LogFrames((text, bytes) -> tell(number, stream, text, bytes))
                : new Lines((text, bytes) -> tell(number, stream, text, bytes));
    }

    private void tell(int number, Stream stream, String text, int bytes) {
        if (limit.takes(bytes)) {
            listener.wrote(number, stream, text);
        } else if (limit.isToBeTold()) {
            listener.dropped(number, limit.kept());
        }
    }
}
