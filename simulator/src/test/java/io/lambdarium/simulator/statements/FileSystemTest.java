// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.statements;

import static org.assertj.core.api.Assertions.assertThat;

import io.lambdarium.simulator.Isolation.Capability;
import io.lambdarium.simulator.machine.Tool;
import io.lambdarium.simulator.machine.WithProcesses;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@WithProcesses(tools = Tool.PERL, capabilities = Capability.REAL_PATHS)
class FileSystemTest {

    @AutoClose
    private final Puppetry puppetry = Puppetry.begin();

    @Test
    @Statement("L-120")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.READ_ONLY)
    void nobody_writes_to_the_code_and_the_layers_but_everybody_to_tmp() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        assertThat(puppetry.tell(writing("/var/task/new"))).isEqualTo("EROFS");
        assertThat(puppetry.tell(writing("/var/task/bootstrap"))).isEqualTo("EROFS");
        assertThat(puppetry.tell(writing("/opt/new"))).isEqualTo("EROFS");
        assertThat(puppetry.tell(writing("/tmp/new"))).isEqualTo("written");
    }

    private static String writing(String path) {
        return "open(my $f, '>', '" + path + "') ? 'written' : join ' ', grep { $!{$_} } keys %!";
    }

    /** One chunk of 1 MB after another. */
    @Test
    @Statement("L-121")
    @WithProcesses(tools = Tool.PERL, capabilities = Capability.STORAGE)
    void tmp_has_room_for_512_megabytes_and_no_more() {
        puppetry.bootstrap(Puppetry.PUPPET).deploy();

        String written = puppetry.tell("""
                open my $f, '>', '/tmp/full' or die $!;
                my ($chunk, $written, $size) = ('x' x 1048576, 0);
                $written += $size while $size = syswrite $f, $chunk;
                join ' ', $written, $!{ENOSPC} ? 'ENOSPC' : $!""");

        assertThat(written).isEqualTo((512L << 20) + " ENOSPC");
    }

    @Test
    @Statement("L-125")
    void runtime_and_extensions_share_tmp_process_ids_and_the_loopback_network() {
        puppetry.bootstrap(Puppetry.PUPPET).extension("peer", """
                        socket my $server, PF_INET, SOCK_STREAM, 0 or die $!;
                        bind $server, pack_sockaddr_in(0, INADDR_LOOPBACK) or die $!;
                        listen $server, 1;
                        my ($port) = unpack_sockaddr_in(getsockname $server);
                        open my $file, '>', '/tmp/peer';
                        syswrite $file, "$$ $port";
                        event(register(name()));
                        """).deploy();

        String met = puppetry.tell("""
                my ($pid, $port) = split / /, slurp('/tmp/peer');
                socket my $client, PF_INET, SOCK_STREAM, 0 or die $!;
                my $connected = connect $client, pack_sockaddr_in($port, INADDR_LOOPBACK);
                join ' ', $connected, kill(0, $pid), slurp("/proc/$pid/cmdline") =~ m{(/opt/extensions/peer)}""");

        assertThat(met).isEqualTo("1 1 /opt/extensions/peer");
    }
}
