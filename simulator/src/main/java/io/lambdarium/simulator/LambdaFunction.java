// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * What is deployed: a function with its runtime, its extensions and its settings, as a value.
 *
 * <p>Each method returns another function; the one it is called on stays as it is.
 *
 * <pre>{@code
 * LambdaFunction slow = function("greeter").timeout(ofSeconds(3)).runtime(inProcess(Greeter::main));
 * LambdaFunction hasty = slow.timeout(ofSeconds(1));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LambdaFunction {

    private final Settings settings;
    private final SortedMap<String, String> variables;
    private final Optional<Bootstrap> runtime;
    private final SortedMap<String, Bootstrap> extensions;
    private final Files files;

    private LambdaFunction(
            Settings settings,
            SortedMap<String, String> variables,
            Optional<Bootstrap> runtime,
            SortedMap<String, Bootstrap> extensions,
            Files files) {
        this.settings = settings;
        this.variables = Collections.unmodifiableSortedMap(variables);
        this.runtime = runtime;
        this.extensions = Collections.unmodifiableSortedMap(extensions);
        this.files = files;
    }

    /** A function with AWS's defaults: 3 seconds, 128 MB, no extensions, no limit of its own on concurrency. */
    public static LambdaFunction function(String name) {
        FunctionRules.requireName(name);
        Settings defaults =
                new Settings(name, "function.handler", Duration.ofSeconds(3), 128, OptionalInt.empty(), Logging.text());
        return new LambdaFunction(defaults, new TreeMap<>(), Optional.empty(), new TreeMap<>(), Files.NONE);
    }

    /** With that function timeout: 1 to 900 whole seconds. */
    public LambdaFunction timeout(Duration timeout) {
        FunctionRules.requireTimeout(timeout);
        return with(new Settings(name(), handler(), timeout, memory(), concurrency(), logging()));
    }

    /** With that memory size in megabytes: 128 to 10,240. */
    public LambdaFunction memory(int megabytes) {
        FunctionRules.requireMemory(megabytes);
        return with(new Settings(name(), handler(), timeout(), megabytes, concurrency(), logging()));
    }

    /** With that handler, which the runtime finds in {@code _HANDLER}. */
    public LambdaFunction handler(String handler) {
        FunctionRules.requireHandler(handler);
        return with(new Settings(name(), handler, timeout(), memory(), concurrency(), logging()));
    }

    /** With that reserved concurrency: how many invocations may run at once; 0 throttles all. */
    public LambdaFunction concurrency(int limit) {
        FunctionRules.requireConcurrency(limit);
        return with(new Settings(name(), handler(), timeout(), memory(), OptionalInt.of(limit), logging()));
    }

    /** With that way of logging; text by default. */
    public LambdaFunction logging(Logging logging) {
        return with(new Settings(name(), handler(), timeout(), memory(), concurrency(), logging));
    }

    /** With one more environment variable. */
    public LambdaFunction variable(String name, String value) {
        VariableRules.requireName(name);
        VariableRules.requireValue(name, value);
        SortedMap<String, String> more = new TreeMap<>(variables);
        more.put(name, value);
        VariableRules.requireRoom(more);
        return new LambdaFunction(settings, more, runtime, extensions, files);
    }

    /**
     * With these environment variables of this machine passed on to its runtime and its extensions, which otherwise see none of
     * them: for proxies and tools that measure. One that this machine does not have is not there either.
     */
    public LambdaFunction passing(String... hostVariables) {
        List.of(hostVariables).forEach(VariableRules::requireNameOnHost);
        return with(files.passing(List.of(hostVariables)));
    }

    /**
     * With that code: a directory, or a ZIP as Lambda takes it. If no runtime is given, it is the {@code bootstrap} in it, or
     * the one in the layers.
     *
     * <p>A directory is used where it is, so that the next build shows at once. What a ZIP holds is granted as on Lambda, where
     * nobody may write it and its owner is somebody else: a {@code bootstrap} of mode 0700 cannot be executed.
     */
    public LambdaFunction code(Path directoryOrZip) {
        return with(files.code(directoryOrZip));
    }

    /**
     * With one more layer: a directory, or a ZIP as Lambda takes it. All layers are merged into {@code /opt}, a later one over
     * an earlier one; each file in {@code /opt/extensions} is an external extension.
     */
    public LambdaFunction layer(Path directoryOrZip) {
        return with(files.layer(directoryOrZip));
    }

    /** With that room in {@code /tmp}, in megabytes: 512 to 10,240. */
    public LambdaFunction storage(int megabytes) {
        FunctionRules.requireStorage(megabytes);
        return with(files.storage(megabytes));
    }

    /** With that runtime; and with the handler that it is for, if it is for one. */
    public LambdaFunction runtime(Bootstrap bootstrap) {
        LambdaFunction same = handlerOf(bootstrap).map(this::handler).orElse(this);
        return new LambdaFunction(same.settings, variables, Optional.of(bootstrap), extensions, files);
    }

    private static Optional<String> handlerOf(Bootstrap bootstrap) {
        return bootstrap instanceof Bootstrap.Program program
                ? Optional.ofNullable(program.variables().get("_HANDLER"))
                : Optional.empty();
    }

    /** With one more external extension; its name is the file name it would have in {@code /opt/extensions}. */
    public LambdaFunction extension(String name, Bootstrap bootstrap) {
        FunctionRules.requireExtensionName(name);
        SortedMap<String, Bootstrap> more = new TreeMap<>(extensions);
        more.put(name, bootstrap);
        return new LambdaFunction(settings, variables, runtime, more, files);
    }

    /** Its name. */
    public String name() {
        return settings.name();
    }

    /** Its handler. */
    public String handler() {
        return settings.handler();
    }

    /** Its timeout. */
    public Duration timeout() {
        return settings.timeout();
    }

    /** Its memory size in megabytes. */
    public int memory() {
        return settings.memory();
    }

    /** Its reserved concurrency, if it has one. */
    public OptionalInt concurrency() {
        return settings.concurrency();
    }

    /** How it logs. */
    public Logging logging() {
        return settings.logging();
    }

    /** Its own environment variables. */
    public Map<String, String> variables() {
        return variables;
    }

    /** The names of the variables of this machine that are passed on. */
    public SortedSet<String> passed() {
        return files.passed();
    }

    /** Where its code is, if it has some. */
    public Optional<Path> code() {
        return files.code();
    }

    /** Where its layers are, in the order in which they are merged. */
    public List<Path> layers() {
        return files.layers();
    }

    /** How much room {@code /tmp} has, in megabytes. */
    public int storage() {
        return files.storage();
    }

    /** Its runtime, if it has one yet. */
    public Optional<Bootstrap> runtime() {
        return runtime;
    }

    /** Its external extensions, in the order of their launch: by name. */
    public SortedMap<String, Bootstrap> extensions() {
        return extensions;
    }

    @Override
    public String toString() {
        return "function \"" + name() + "\"";
    }

    private LambdaFunction with(Settings other) {
        return new LambdaFunction(other, variables, runtime, extensions, files);
    }

    private LambdaFunction with(Files other) {
        return new LambdaFunction(settings, variables, runtime, extensions, other);
    }

    private record Settings(
            String name, String handler, Duration timeout, int memory, OptionalInt concurrency, Logging logging) {}

    private record Files(Optional<Path> code, List<Path> layers, int storage, SortedSet<String> passed) {

        static final Files NONE = new Files(Optional.empty(), List.of(), 512, new TreeSet<>());

        Files code(Path other) {
            return new Files(Optional.of(other), layers, storage, passed);
        }

        Files layer(Path added) {
            List<Path> more = new ArrayList<>(layers);
            more.add(added);
            FunctionRules.requireLayers(more);
            return new Files(code, List.copyOf(more), storage, passed);
        }

        Files storage(int other) {
            return new Files(code, layers, other, passed);
        }

        Files passing(List<String> names) {
            SortedSet<String> more = new TreeSet<>(passed);
            more.addAll(names);
            return new Files(code, layers, storage, Collections.unmodifiableSortedSet(more));
        }
    }
}
