// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.deployment;

import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The code and the layers of a function, opened. */
final class Delivery implements AutoCloseable {

    /** What code and layers may come to, in bytes: 250 MB. Source: lifecycle §4.5. */
    private static final long SIZE = 250L * 1024 * 1024;

    private final List<Piece> code = new ArrayList<>();
    private final List<Piece> layers = new ArrayList<>();

    private Delivery() {}

    /** Opens them; what Lambda would not take is refused. */
    static Delivery of(LambdaFunction function) {
        String asked = "Cannot deploy " + function;
        Delivery delivery = new Delivery();
        try {
            function.code().ifPresent(path -> delivery.code.add(Piece.open(asked + " with code(" + path + ")", path)));
            function.layers()
                    .forEach(path -> delivery.layers.add(Piece.open(asked + " with layer(" + path + ")", path)));
            delivery.requireSize(asked);
            return delivery;
        } catch (RuntimeException e) {
            delivery.close();
            throw e;
        }
    }

    private void requireSize(String asked) {
        long sum = 0;
        for (Piece piece : pieces().toList()) {
            long size = piece.size();
            if (size >= SIZE) {
                throw piece.refusal("Lambda says \"Unzipped size must be smaller than " + SIZE + " bytes\", and it has "
                        + size + ". Leave out what is not needed at run time.");
            }
            sum += size;
        }
        if (sum > SIZE) {
            throw new SimulatorException(
                    asked + ": Lambda says \"Function code combined with layers exceeds the maximum "
                            + "allowed size of " + SIZE + " bytes. The actual size is " + sum
                            + " bytes.\". Leave out what is not "
                            + "needed at run time.");
        }
    }

    /** Where the code is, if there is some. */
    Optional<Path> placeCode(Supplier<Contents> contents) {
        return place(code, contents);
    }

    /** Where the layers are, laid over one another, if there are some. */
    Optional<Path> placeLayers(Supplier<Contents> contents) {
        return place(layers, contents);
    }

    private static Optional<Path> place(List<Piece> pieces, Supplier<Contents> contents) {
        Optional<Path> inPlace = pieces.size() == 1 ? pieces.get(0).material().inPlace() : Optional.empty();
        return pieces.isEmpty() || inPlace.isPresent() ? inPlace : Optional.of(merge(pieces, contents));
    }

    private static Path merge(List<Piece> pieces, Supplier<Contents> contents) {
        Fingerprint fingerprint = new Fingerprint();
        pieces.forEach(piece -> fingerprint.add(piece.fingerprint()));
        return contents.get().get(fingerprint.name(), fresh -> {
            Overlay overlay = new Overlay(fresh);
            pieces.forEach(piece -> piece.lay(overlay));
            overlay.close();
        });
    }

    private Stream<Piece> pieces() {
        return Stream.concat(code.stream(), layers.stream());
    }

    @Override
    public void close() {
        pieces().forEach(Piece::close);
    }
}
