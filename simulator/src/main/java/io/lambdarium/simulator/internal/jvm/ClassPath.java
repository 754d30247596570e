// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.jvm;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the classes of a test are.
 *
 * @param entries directories and archives, absolute, in the order in which classes are looked for
 */
record ClassPath(List<Path> entries) {

    /** Surefire's own, as it may run the test from a class path that has nothing but itself. */
    private static final String OF_SUREFIRE = "surefire.test.class.path";

    /** The class path of a JVM with these system properties; what is on its module path comes last. */
    static ClassPath of(Properties properties) {
        String tests = properties.getProperty(OF_SUREFIRE, properties.getProperty("java.class.path", ""));
        return new ClassPath(Stream.of(tests, properties.getProperty("jdk.module.path", ""))
                .flatMap(paths -> Arrays.stream(paths.split(File.pathSeparator)))
                .filter(path -> !path.isBlank())
                .map(path -> Path.of(path).toAbsolutePath())
                .distinct()
                .toList());
    }

    /** With wherever that class comes from, which a tool may have put on no path. */
    ClassPath with(Class<?> type) {
        Set<Path> all = new LinkedHashSet<>(entries);
        home(type).ifPresent(all::add);
        return new ClassPath(List.copyOf(all));
    }

    /** Whether a JVM can read it in whatever language. */
    boolean isAscii() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(toString());
    }

    /** Whether a JVM with this class path, and nothing else, finds that. */
    boolean has(String resource) {
        return inside(loader -> loader.findResource(resource) != null);
    }

    /** What is in the first of that name; where there is none, nothing. */
    byte[] read(String resource) {
        return inside(loader -> {
            try (InputStream found = loader.getResourceAsStream(resource)) {
                return found == null ? new byte[0] : found.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private <T> T inside(Function<URLClassLoader, T> question) {
        URL[] urls = entries.stream().map(ClassPath::url).toArray(URL[]::new);
        try (URLClassLoader alone = new URLClassLoader(urls, null)) {
            return question.apply(alone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Optional<Path> home(Class<?> type) {
        @Nullable URL url = type.getResource("/" + resource(type.getName()));
        String place = url == null ? "" : url.toString().replace("/" + resource(type.getName()), "");
        if (place.startsWith("jar:file:")) {
            return Optional.of(Path.of(URI.create(place.substring("jar:".length(), place.length() - "!".length()))));
        }
        return place.startsWith("file:") ? Optional.of(Path.of(URI.create(place))) : Optional.empty();
    }

    /** Where a class is looked for. */
    static String resource(String type) {
        return type.replace('.', '/') + ".class";
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
