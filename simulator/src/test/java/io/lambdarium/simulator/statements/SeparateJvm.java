// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.Isolation;
import io.lambdarium.simulator.Simulator;
import io.lambdarium.simulator.SimulatorException;
import io.lambdarium.simulator.SimulatorOptions;
import io.lambdarium.simulator.internal.deployment.Writing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own with a simulator: to be killed, or to find another machine than this one. */
final class SeparateJvm {

    private SeparateJvm() {}

    /** One on the level of this run whose processes hold the leash for ever. */
    static Process holding(Leash leash, Path temporary) throws IOException {
        try (Simulator here = Simulator.start()) {
            List<String> options =
                    List.of("-Djava.io.tmpdir=" + temporary, "-Dlambdarium.isolation=" + here.isolation());
            return Writing.interruptedBy(jvm(options, "hold", Integer.toString(leash.port()))::start);
        }
    }

    /** What one says of the isolation that it finds where nobody may make a user namespace. */
    static List<String> isolationWithoutNamespaces() throws IOException {
        String forbid = "echo 0 > /proc/sys/user/max_user_namespaces && exec \"$@\"";
        ProcessBuilder builder = jvm(List.of(), "isolation");
        builder.command().addAll(0, List.of("unshare", "--user", "--map-root-user", "sh", "-c", forbid, "sh"));
        String said = new String(
                Writing.interruptedBy(builder::start).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().toList();
    }

    private static ProcessBuilder jvm(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", classPath()));
        command.addAll(options);
        command.add(SeparateJvm.class.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("hold")) {
            hold("hold(" + arguments[1] + "); ");
        } else {
            sayIsolation();
        }
    }

    private static void hold(String hold) throws InterruptedException {
        Puppetry.begin()
                .bootstrap(hold + "daemon(); " + Puppetry.PUPPET)
                .extension("holder", hold + "event(register(name()));")
                .deploy()
                .tell("1");
        new CountDownLatch(1).await();
    }

    private static void sayIsolation() {
        try (Simulator lambda = Simulator.start()) {
            System.out.println(lambda.isolation());
        }
        try (Simulator lambda = Simulator.start(SimulatorOptions.defaults().isolation(Isolation.NAMESPACES))) {
            System.out.println(lambda.isolation());
        } catch (SimulatorException refusal) {
            System.out.println(refusal.getMessage());
        }
    }
}
