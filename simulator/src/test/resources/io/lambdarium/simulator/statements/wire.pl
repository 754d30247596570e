# SPDX-License-Identifier: Apache-2.0
#
# What runtimes and extensions need that tests of statements write in Perl: it stands before their own lines.

use strict;
use warnings;
use Errno;
use Socket;
use Time::HiRes qw(time);

$| = 1;
our %memory;    # what a puppet remembers from one event to the next

# Does that whenever the signal comes. What is put into %SIG waits for a moment that suits perl: if the signal comes just before
# perl reads, that moment comes when there is something to read, which may be never.
sub on {
    my ($signal, $deed) = @_;
    require POSIX;
    POSIX::sigaction(POSIX->can("SIG$signal")->(), POSIX::SigAction->new($deed)) or die "sigaction: $!";
}

# Connects, whatever signals come meanwhile: on Linux, whoever asks again waits for the same connection.
sub reach {
    my ($socket, $port, $host) = @_;
    until (connect $socket, pack_sockaddr_in($port, $host)) {
        return unless $!{EINTR};
    }
    return 1;
}

# Asks on a connection of its own; gives the headers and the body of the answer.
sub ask {
    my ($request, $body, @headers) = @_;
    my ($host, $port) = split /:/, $ENV{AWS_LAMBDA_RUNTIME_API};
    socket my $api, PF_INET, SOCK_STREAM, 0 or die "socket: $!";
    reach($api, $port, inet_aton($host)) or die "connect: $!";
    my $size = 'Content-Length: ' . length $body;
    syswrite $api, join "\r\n", "$request HTTP/1.1", "Host: $host:$port", 'Connection: close', @headers, $size, '', $body;
    my $answer = '';
    for (;;) {
        my $read = sysread $api, $answer, 65536, length $answer;
        last unless $read || !defined $read && $!{EINTR};
    }
    return split /\r\n\r\n/, $answer, 2;
}

sub header {
    my ($headers, $name) = @_;
    return $headers =~ /^\Q$name\E: *(.*?)\r?$/mi ? $1 : '';
}

# Registers for these events as the extension of that name; gives its identifier.
sub register {
    my ($name, @events) = @_;
    my $events = join ',', map { "\"$_\"" } @events;
    my ($headers) = ask('POST /2020-01-01/extension/register', "{\"events\":[$events]}", "Lambda-Extension-Name: $name");
    return header($headers, 'Lambda-Extension-Identifier');
}

# The name of the program that runs, which is that of an extension.
sub name { $0 =~ m{([^/]+)$} ? $1 : $0 }

# Waits for the next event of an extension.
sub event {
    my ($headers, $body) = ask('GET /2020-01-01/extension/event/next', '', 'Lambda-Extension-Identifier: ' . shift);
    return $body;
}

# Waits for the next invocation; gives its id and its event.
sub take {
    my ($headers, $body) = ask('GET /2018-06-01/runtime/invocation/next', '');
    return (header($headers, 'Lambda-Runtime-Aws-Request-Id'), $body);
}

# Answers with that text, as JSON.
sub answer {
    my ($id, $text) = @_;
    $text =~ s/(["\\])/\\$1/g;
    $text =~ s/([\x00-\x1f])/sprintf '\\u%04x', ord $1/ge;
    ask("POST /2018-06-01/runtime/invocation/$id/response", "\"$text\"");
}

# Writes a line at once, and as a whole.
sub say_line { syswrite STDOUT, "@_\n" }

# Passes that time, and the signals that come meanwhile.
sub rest_for {
    my $until = time + shift;
    select undef, undef, undef, $until - time while time < $until;
}

# Waits at a gate of the test's, as long as it is shut.
sub pass {
    my $port = shift;
    socket my $gate, PF_INET, SOCK_STREAM, 0 or die "socket: $!";
    reach($gate, $port, INADDR_LOOPBACK) or return;
    for (;;) {
        last if defined sysread($gate, my $nothing, 1) || !$!{EINTR};
    }
}

# Holds a leash of the test's, and so do all that descend from this process.
sub hold {
    my $port = shift;
    socket our $leash, PF_INET, SOCK_STREAM, 0 or die "socket: $!";
    reach($leash, $port, INADDR_LOOPBACK) or die "connect: $!";
}

# Starts a daemon, which does nothing: it forks twice, and leaves the session.
sub daemon {
    require POSIX;
    my $child = fork // die;
    return waitpid $child, 0 if $child;
    POSIX::setsid();
    rest_for(600) unless fork // die;
    POSIX::_exit(0);
}

# Where the environment's own files are.
sub tmp { $ENV{TMPDIR} // '/tmp' }

sub slurp {
    open my $file, '<', shift or return "cannot be read: $!";
    local $/;
    return scalar <$file>;
}

# Writes the time every 10 ms, for as long as this process lives.
sub tick {
    for (;;) {
        say_line(time);
        rest_for(0.01);
    }
}

# A puppet: each event is a text of Perl, and what that gives is the answer.
sub serve {
    for (;;) {
        my ($id, $event) = take();
        $event =~ s/^"|"$//g;
        $event =~ s/\\(.)/$1 eq 'n' ? "\n" : $1/ge;
        my $result = eval "no strict; $event";
        answer($id, $@ ? "died: $@" : $result // '');
    }
}

