# SPDX-License-Identifier: Apache-2.0
#
# What the beasts say to Lambda, and hear from it: a connection for each request, and nothing that a machine with Perl lacks.

use strict;
use warnings;
use Errno;
use POSIX ();
use Socket;

$| = 1;

# A connection to Lambda's APIs.
sub dial {
    my ($host, $port) = split /:/, $ENV{AWS_LAMBDA_RUNTIME_API};
    socket my $line, PF_INET, SOCK_STREAM, 0 or die "socket: $!";
    connect $line, pack_sockaddr_in($port, inet_aton($host)) or die "connect: $!";
    return $line;
}

# The bytes of a request; a length may be claimed that is not that of the body.
sub request {
    my ($method, $path, $body, $length, @headers) = @_;
    my @all = ('Host: lambda', 'Connection: close', 'Content-Length: ' . ($length // length $body), @headers);
    return join "\r\n", "$method $path HTTP/1.1", @all, '', $body;
}

sub write_to {
    my ($line, $bytes) = @_;
    while (length $bytes) {
        my $written = syswrite $line, $bytes;
        die "write: $!" unless defined $written;
        substr($bytes, 0, $written) = '';
    }
    return $line;
}

# The head and the body of an answer.
sub hear {
    my $line = shift;
    my $text = '';
    for (;;) {
        my $read = sysread $line, $text, 65536, length $text;
        last unless $read || !defined $read && $!{EINTR};
    }
    return split /\r\n\r\n/, $text, 2;
}

sub field {
    my ($name, $head) = @_;
    return $head =~ /^$name: *(.*?)\r?$/mi ? $1 : '';
}

# --- runtimes ---

sub ask { write_to(dial(), request('GET', '/2018-06-01/runtime/invocation/next', '')) }

# The id and the text of the event that a connection brings on which was asked.
sub take {
    my ($head, $event) = hear(shift);
    return (field('Lambda-Runtime-Aws-Request-Id', $head), $event);
}

sub next_event { take(ask()) }

sub answer {
    my ($id, $body, $length) = @_;
    return write_to(dial(), request('POST', "/2018-06-01/runtime/invocation/$id/response", $body, $length));
}

sub respond { hear(answer(@_)) }

# Answers event after event with what the code makes of it.
sub serve {
    my $handler = shift;
    for (;;) {
        my ($id, $event) = next_event();
        respond($id, $handler->($event));
    }
}

# --- extensions ---

sub own_name { $0 =~ s{.*/}{}r }

# Registers under a name for some events, and learns who it is to Lambda.
sub register {
    my ($name, @events) = @_;
    my $wishes = '{"events":[' . join(',', map { qq("$_") } @events) . ']}';
    my ($head) = hear(write_to(dial(),
        request('POST', '/2020-01-01/extension/register', $wishes, undef, "Lambda-Extension-Name: $name")));
    return field('Lambda-Extension-Identifier', $head);
}

sub extension_event {
    my $identifier = shift;
    my ($head, $event) = hear(write_to(dial(),
        request('GET', '/2020-01-01/extension/event/next', '', undef, "Lambda-Extension-Identifier: $identifier")));
    return $event;
}

# Takes events until it is told to shut down.
sub attend {
    my $identifier = register(own_name(), @_);
    1 until extension_event($identifier) =~ /"SHUTDOWN"/;
}

# --- both ---

# Waits so many seconds.
sub pause { select undef, undef, undef, shift }

# Waits for ever, as tests go.
sub hang { pause(60) for 1 .. 60 }

1;
