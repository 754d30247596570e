// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Bootstrap;
import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.event.EnvironmentEvent.Frozen;
import io.lambdarium.simulator.event.ProcessEvent.Launched;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** L-184, but for Go, which nobody compiles here. */
@WithProcesses(capabilities = Capability.FREEZE)
class ManyFreezesTest {

    private static final int ROUNDS = 100;

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    void the_poll_of_a_java_runtime_bears_a_hundred_freezes() {
        puppetry.deploy(function -> function.memory(1024).runtime(Bootstrap.javaHandler(JavaPuppet.class)));

        assertBearsFreezes();
    }

    @Test
    @WithProcesses(tools = Tool.PYTHON)
    void the_poll_of_a_python_runtime_bears_a_hundred_freezes() {
        puppetry.write("code/bootstrap", "#!" + Tool.PYTHON.path() + """

                import http.client, os
                api = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
                while True:
                    api.request("GET", "/2018-06-01/runtime/invocation/next")
                    event = api.getresponse()
                    id = event.getheader("Lambda-Runtime-Aws-Request-Id")
                    api.request("POST", f"/2018-06-01/runtime/invocation/{id}/response", event.read())
                    api.getresponse().read()
                """);
        puppetry.deploy();

        assertBearsFreezes();
    }

    @Test
    @WithProcesses(tools = Tool.NODE)
    void the_poll_of_a_node_runtime_bears_a_hundred_freezes() {
        puppetry.write("code/bootstrap", "#!" + Tool.NODE.path() + """

                const http = require("http"), agent = new http.Agent({keepAlive: true});
                const [hostname, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
                const ask = (method, path, body) => new Promise((resolve, reject) => http
                    .request({hostname, port, agent, method, path: "/2018-06-01/runtime/invocation" + path}, answer => {
                        let text = "";
                        answer.on("data", data => text += data).on("end", () => resolve([answer.headers, text]));
                    }).on("error", reject).end(body));
                (async () => {
                    for (;;) {
                        const [headers, event] = await ask("GET", "/next");
                        await ask("POST", `/${headers["lambda-runtime-aws-request-id"]}/response`, event);
                    }
                })();
                """);
        puppetry.deploy(function -> function.memory(1024));

        assertBearsFreezes();
    }

    private void assertBearsFreezes() {
        for (int round = 1; round <= ROUNDS; round++) {
            puppetry.tell("round " + round);
            puppetry.scene().await(Frozen.class, any -> true, round);
        }
        assertThat(puppetry.scene().count(Launched.class)).isEqualTo(1);
    }
}
