// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.jvm;

import static io.lambdarium.simulator.Bootstrap.javaHandler;
import static io.lambdarium.simulator.LambdaFunction.function;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.LambdaFunction;
import io.lambdarium.simulator.SimulatorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client runs on Linux only.")
class JavaHandlerTest {

    private static final String CLIENT = "com/amazonaws/services/lambda/runtime/api/client/AWSLambda";

    /** Where something by the name of AWS's client is. */
    @TempDir
    Path client;

    @BeforeEach
    void provide_the_client() throws Exception {
        Files.createDirectories(client.resolve(CLIENT).getParent());
        Files.createFile(client.resolve(CLIENT + ".class"));
    }

    @Test
    void a_handler_runs_in_a_jvm_like_this_one() {
        Bootstrap.Program program = JavaHandler.of("com.example.Orders::place", new ClassPath(List.of(client)));

        assertThat(Path.of(program.program())).isExecutable().startsWith(Path.of(System.getProperty("java.home")));
        assertThat(program.arguments())
                .contains("--class-path=" + client)
                .endsWith(CLIENT.replace('/', '.'), "com.example.Orders::place");
    }

    /** The locale of Lambda is not everywhere, and without it a JVM finds nothing below such a path. */
    @Test
    void a_class_path_with_umlauts_is_read_in_a_language_that_every_machine_has() {
        Path home = client.resolve("n\u00fcrnberg");

        assertThat(JavaHandler.of("com.example.Orders", new ClassPath(List.of(home, client)))
                        .variables())
                .containsEntry("LC_ALL", "C.UTF-8");
        assertThat(JavaHandler.of("com.example.Orders", new ClassPath(List.of(client)))
                        .variables())
                .doesNotContainKey("LC_ALL");
    }

    @ParameterizedTest
    @ValueSource(classes = {Hidden.class, Unfinished.class, WithParameter.class})
    void a_class_that_lambda_cannot_make_an_instance_of_is_refused(Class<?> handler) {
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> javaHandler(handler))
                .withMessage("Cannot run the Java handler " + handler.getName()
                        + ": Lambda makes one by a public constructor without parameters of a public class. Make the class "
                        + "public, and static if it is inside another one, with such a constructor.");
    }

    static class Hidden {}

    /** Nobody can make one. */
    public abstract static class Unfinished {}

    /** Nobody knows what to give it. */
    public static class WithParameter {
        public WithParameter(String unknown) {}
    }

    @Test
    void a_handler_finds_the_variables_of_a_managed_runtime() {
        Bootstrap.Program program = JavaHandler.of("com.example.Orders::place", new ClassPath(List.of(client)));

        assertThat(program.variables())
                .containsEntry("_HANDLER", "com.example.Orders::place")
                .containsEntry(
                        "AWS_EXECUTION_ENV",
                        "AWS_Lambda_java" + Runtime.version().feature());
    }

    @Test
    void a_function_has_the_handler_that_its_runtime_is_for() {
        Bootstrap.Program program = JavaHandler.of("com.example.Orders::place", new ClassPath(List.of(client)));

        assertThat(function("orders").memory(512).runtime(program))
                .returns("com.example.Orders::place", LambdaFunction::handler)
                .returns(512, LambdaFunction::memory);
    }

    @Test
    void a_class_path_that_is_too_long_for_an_argument_is_in_a_file() throws Exception {
        List<Path> many = Stream.iterate(0, i -> i + 1)
                .limit(2_000)
                .map(i -> Path.of("/repository/an-artifact-with-a-long-name/with a blank/" + i + ".jar"))
                .collect(toList());
        many.add(client);

        List<String> arguments =
                JavaHandler.of("com.example.Orders", new ClassPath(many)).arguments();

        String file = arguments.stream()
                .filter(argument -> argument.startsWith("@"))
                .findFirst()
                .orElseThrow();
        assertThat(Path.of(file.substring(1)))
                .content()
                .startsWith("\"--class-path=/repository/")
                .endsWith(client + "\"");
    }

    @Test
    void the_native_library_is_unpacked_where_nobody_else_is_in_the_way() throws Exception {
        Path library = Files.createDirectories(client.resolve("jni"))
                .resolve(NativeLibrary.here().file());
        Files.writeString(library, "machine code");

        List<String> arguments = JavaHandler.of("com.example.Orders", new ClassPath(List.of(client)))
                .arguments();

        String option = arguments.stream()
                .filter(argument -> argument.contains("NativeClient.JNI="))
                .findFirst()
                .orElseThrow();
        assertThat(Path.of(option.split("=")[1])).hasContent("machine code").isNotEqualTo(library);
    }

    @Test
    void the_native_library_is_that_of_the_machine() {
        assertThat(NativeLibrary.of("amd64", "").file()).isEqualTo("libaws-lambda-jni.linux-x86_64.so");
        assertThat(NativeLibrary.of("aarch64", "LIBC=\"gnu\"").file()).isEqualTo("libaws-lambda-jni.linux-aarch_64.so");
        assertThat(NativeLibrary.of("amd64", "LIBC=\"musl\"").file())
                .isEqualTo("libaws-lambda-jni.linux_musl-x86_64.so");
    }

    @Test
    void where_the_client_is_missing_it_is_said_what_to_add() {
        ClassPath without = new ClassPath(List.of(client.resolve("nowhere")));

        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> JavaHandler.of("com.example.Orders::place", without))
                .withMessageStartingWith("Cannot run the Java handler com.example.Orders::place: ")
                .withMessageContaining("com.amazonaws:aws-lambda-java-runtime-interface-client")
                .withMessageContaining("scope test");
    }

    @Test
    void a_class_and_its_name_are_the_same_handler() {
        assertThat(javaHandler(Handler.class).variables())
                .isEqualTo(javaHandler(Handler.class.getName()).variables());
    }

    /** Anybody can make one. */
    public static class Handler {}
}
