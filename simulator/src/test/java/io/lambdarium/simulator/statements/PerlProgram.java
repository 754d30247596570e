// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import io.lambdarium.simulator.machine.Tool;

/** Programs for tests that must be real ones and need not do much. They are in Perl, since a shell cannot speak HTTP. */
final class PerlProgram {

    private static final String CALL = """
            #!%s
            use IO::Socket::INET;
            sub call {
                my ($method, $path, $headers, $body) = @_;
                my $api = IO::Socket::INET->new(PeerAddr => $ENV{AWS_LAMBDA_RUNTIME_API}) or die "no API: $!";
                print $api "$method $path HTTP/1.1\\r\\nHost: api\\r\\nConnection: close\\r\\n$headers",
                    "Content-Length: ", length($body), "\\r\\n\\r\\n$body";
                local $/;
                return <$api>;
            }
            """;

    private PerlProgram() {}

    /** A runtime that always answers with that text as JSON. */
    static String runtime(String answer) {
        return CALL.formatted(Tool.PERL.path()) + """
                while (1) {
                    my $event = call('GET', '/2018-06-01/runtime/invocation/next', '', '');
                    my ($id) = $event =~ /^Lambda-Runtime-Aws-Request-Id: (\\S+)/mi or die "no event: $event";
                    call('POST', "/2018-06-01/runtime/invocation/$id/response", '', '"%s"');
                }
                """.formatted(answer);
    }

    /** An extension that registers under the name of its file, and asks for events. */
    static String extension() {
        return CALL.formatted(Tool.PERL.path()) + """
                my ($name) = $0 =~ m{([^/]+)$};
                my $registered = call('POST', '/2020-01-01/extension/register',
                    "Lambda-Extension-Name: $name\\r\\n", '{"events":["INVOKE"]}');
                my ($id) = $registered =~ /^Lambda-Extension-Identifier: (\\S+)/mi or die "not registered: $registered";
                while (1) {
                    call('GET', '/2020-01-01/extension/event/next', "Lambda-Extension-Identifier: $id\\r\\n", '');
                }
                """;
    }
}
