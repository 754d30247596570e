// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.lifecycle;

import io.lambdarium.simulator.event.ShutdownReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A random life, made of a seed: who is deployed, what happens, and how it ends.
 *
 * @param seed what it is made of
 * @param extensions the names of the external extensions
 * @param deeds what happens
 */
record Script(long seed, List<String> extensions, List<Deed> deeds) {

    /** More wake-ups than this to an end would be an end that never comes. */
    private static final int ENDLESS = 20;

    static Script of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> extensions = List.of("a", "b", "c").subList(0, random.nextInt(4));
        int length = 5 + random.nextInt(100);
        return new Script(
                seed,
                extensions,
                Stream.generate(() -> Deed.any(random)).limit(length).toList());
    }

    /** Lives it to its end, and says which law it broke, if it broke one. */
    Optional<String> breach(UnaryOperator<Transition> machine, Consumer<Law.Step> onlooker) {
        try {
            Player life = new Player(Life.setting(extensions, atRest()), seed % 3 == 0, machine, onlooker);
            deeds.forEach(deed -> deed.happenTo(life));
            end(life);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e instanceof Law.Breach ? e.getMessage() : e.toString());
        }
    }

    /** A third of the lives each; what else is made of the seed is independent of it. */
    private AtRest atRest() {
        return AtRest.values()[(int) (seed / 6 % AtRest.values().length)];
    }

    /** Half of the lives are closed; the others are told to end, and nobody helps them. */
    private void end(Player life) {
        if (seed % 2 == 0) {
            life.meets(new Input.Close());
        }
        life.meets(new Input.ShutDown(ShutdownReason.SPINDOWN));
        for (int i = 0; i < ENDLESS; i++) {
            life.sleeps(Duration.ofMinutes(15));
        }
        Law.require(life.phase() instanceof Terminated, () -> "it never ended, and is " + life.phase());
    }

    /** The same script without each extension and each deed that it can break a law without. */
    Script shrunk(UnaryOperator<Transition> machine) {
        Script shortest = this;
        for (int i = extensions.size() - 1; i >= 0; i--) {
            shortest = new Script(seed, without(shortest.extensions, i), deeds).orIfLawful(shortest, machine);
        }
        for (int i = deeds.size() - 1; i >= 0; i--) {
            shortest = new Script(seed, shortest.extensions, without(shortest.deeds, i)).orIfLawful(shortest, machine);
        }
        return shortest.equals(this) ? this : shortest.shrunk(machine);
    }

    private Script orIfLawful(Script other, UnaryOperator<Transition> machine) {
        return breach(machine, step -> {}).isPresent() ? this : other;
    }

    private static <T> List<T> without(List<T> all, int index) {
        List<T> fewer = new ArrayList<>(all);
        fewer.remove(index);
        return fewer;
    }

    /** What happened, a line for each input, as it could stand in a test of its own. */
    String story(UnaryOperator<Transition> machine) {
        List<String> lines = new ArrayList<>();
        Optional<String> breach = breach(machine, step -> lines.add(line(step)));
        return "Seed " + seed + ", extensions " + extensions + ", broke a law: " + breach.orElse("none") + "\n"
                + String.join("\n", lines);
    }

    private static String line(Law.Step step) {
        String input = step.input().toString().replace('[', '(').replace(']', ')');
        return String.format(
                Locale.ROOT,
                "  life.at(%d).meets(new %s); // %s -> %s: %s",
                Duration.between(Life.BIRTH, step.now()).toMillis(),
                input,
                step.before().getClass().getSimpleName(),
                step.after().getClass().getSimpleName(),
                Shorthand.of(step.events()));
    }
}
