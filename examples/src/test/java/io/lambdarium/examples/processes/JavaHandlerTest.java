// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.examples.processes;

import static io.lambdarium.assertions.LambdaAssertions.assertThat;
import static io.lambdarium.simulator.Bootstrap.javaHandler;
import static io.lambdarium.simulator.LambdaFunction.function;

import io.lambdarium.junit.LambdaSimulator;
import io.lambdarium.simulator.Invocation;
import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.Test;

/** A Java function in a JVM of its own, under AWS's runtime interface client. */
@LambdaSimulator
@WithProcesses
class JavaHandlerTest {

    // tag::test[]
    @Test
    void the_function_greets_whoever_calls(Simulator lambda) {
        lambda.deploy(function("greeter").memory(512).runtime(javaHandler(JavaGreeter.class)));

        assertThat(lambda.invoke("""
                {"name": "Ada"}""")).succeeds().withPayload("\"Hello, Ada!\"");
    }
    // end::test[]

    @Test
    @WithProcesses(levels = {Isolation.GROUPS, Isolation.NAMESPACES})
    void what_its_logger_is_given_is_one_event_however_many_lines_it_has(Simulator lambda) {
        lambda.deploy(function("greeter").memory(512).runtime(javaHandler(JavaGreeter.class)));

        Invocation invocation = lambda.invoke("""
                {"name": "Ada"}""");

        assertThat(invocation).logs("greeting\nAda");
    }

    @Test
    void the_jvm_starts_once_and_serves_twice(Simulator lambda) {
        lambda.deploy(function("greeter").memory(512).runtime(javaHandler(JavaGreeter.class)));

        assertThat(lambda.invoke("""
                {"name": "Ada"}""")).succeeds().onAColdStart().completes();
        assertThat(lambda.invoke("""
                {"name": "Grace"}""")).succeeds().onAWarmStart();

        assertThat(lambda).runtime().started(1);
    }

    @Test
    void the_context_tells_the_handler_where_it_is(Simulator lambda) {
        String method = JavaGreeter.class.getName() + "::describe";
        lambda.deploy(function("greeter").memory(512).runtime(javaHandler(method)));

        Invocation invocation = lambda.invoke("{}");

        String java = "AWS_Lambda_java" + Runtime.version().feature();
        assertThat(invocation).succeeds().withPayload("\"greeter " + invocation.requestId() + " 512 " + java + "\"");
    }

    @Test
    void temporary_files_are_the_environments_own(Simulator lambda) {
        String method = JavaGreeter.class.getName() + "::keepsToItsDirectory";
        lambda.deploy(function("greeter").memory(512).runtime(javaHandler(method)));

        assertThat(lambda.invoke("{}")).succeeds().withPayload("true");
    }

    @Test
    void its_heap_never_outgrows_the_function(Simulator lambda) {
        String method = JavaGreeter.class.getName() + "::keepsToItsMemory";
        lambda.deploy(function("greeter").memory(512).runtime(javaHandler(method)));

        assertThat(lambda.invoke("{}")).succeeds().withPayload("true");
    }

    @Test
    void a_handler_that_does_not_exist_is_an_error_of_the_function(Simulator lambda) {
        lambda.deploy(function("greeter").memory(512).runtime(javaHandler("com.example.Nowhere")));

        assertThat(lambda.invoke("{}")).fails().withPayloadContaining("Class not found: com.example.Nowhere");
    }
}
