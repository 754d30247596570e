// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator;

import static io.lambdarium.simulator.Bootstrap.javaHandler;
import static io.lambdarium.simulator.LambdaFunction.function;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

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
    void where_the_client_is_missing_it_is_said_what_to_add() {
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> javaHandler(JavaHandlerTest.class))
                .withMessageStartingWith("Cannot run the Java handler " + JavaHandlerTest.class.getName() + ": ")
                .withMessageContaining("com.amazonaws:aws-lambda-java-runtime-interface-client")
                .withMessageContaining("scope test");
    }

    @Test
    void where_the_client_is_missing_the_name_of_a_method_does_not_help() {
        assertThatExceptionOfType(SimulatorException.class)
                .isThrownBy(() -> javaHandler("com.example.Orders::place"))
                .withMessageStartingWith("Cannot run the Java handler com.example.Orders::place: ");
    }
}
