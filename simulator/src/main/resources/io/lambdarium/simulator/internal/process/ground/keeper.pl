# SPDX-License-Identifier: Apache-2.0
#
# The keeper: the first process of one execution environment, as AWS's rapid is of a real one. It launches the participants,
# passes on what they write, tells how they end, freezes, thaws and measures them; and when nobody holds the other end of its
# standard input any more, it ends them all. So nothing outlives the test, however that ends.
#
# What takes time is done before somebody waits for it: the process that the first participant will be is forked ahead, and
# whoever has kept an environment in process groups keeps the next one, too.
#
#     perl -e LOADER LENGTH GROUND MACHINE
#
# LOADER reads these LENGTH bytes from the standard input and evaluates them, so that no file has to be there. GROUND is
# "namespaces" if this is process 1 of a namespace that has no process but its own, and "groups" otherwise. MACHINE is what
# `uname -m` says; it decides about the numbers of system calls.
#
# Commands come on the standard input, as a letter, a length (N) and so many bytes:
#
#     C limit directory         configure: limit is bytes of memory ("" for none), directory becomes ours ("" for none)
#     L number framed directory program arguments variables
#                               launch; arguments begin with argv[0], variables are NAME=value, and are all there are
#     S number signal           send a signal to the participant's process group
#     R ticket freezes          come to rest: read what was written, freeze if asked, say so
#     T                         thaw
#     E                         empty: kill whatever is left
#     Q                         quit: kill whatever is left and remove our directory; in a namespace of our own, end, and
#                               otherwise be ready for another environment
#
# What happens is told on the standard output, as a letter, a number (N), a length (N) and so many bytes:
#
#     H 0       hello: I am able to work
#     L number  launched; the text is the process id
#     F number  launching failed: a letter (D for its directory, E for the program) and the reason
#     1 number  bytes from its standard output; 2 from its standard error; 3 from its framed log
#     X number  exited, after all that it wrote; the text is its wait status
#     K number  out of memory, killed: whether it was a child of the participant (0, 1), and how much was used
#     M 0       more memory is used than ever before; the text says how much
#     R ticket  at rest; the text says whether frozen (0, 1)
#     N 0       nothing is left: the next environment may come
#
# No module is used, not even strict: each costs milliseconds that every environment would pay. A test compiles it strictly.

my (undef, $ground, $machine) = @ARGV;
my $alone = $ground eq 'namespaces';
my $linux = $^O eq 'linux';

# System calls for which perl has no word.
my %CALLS = (
    x86_64 => {
        execve => 59, prctl => 157, setsid => 112, prlimit => 302, mask => 14, pidfd => 434, schedule => 144,
        inotify => 294, watch => 254, signals => 289,
    },
    aarch64 => {
        execve => 221, prctl => 167, setsid => 157, prlimit => 261, mask => 135, pidfd => 434, schedule => 119,
        inotify => 26, watch => 27, signals => 74,
    },
);
my $CALLS = $linux && $CALLS{$machine} || {};

my $EINTR = 4;
my $EAGAIN = $linux ? 11 : 35;
my $ETXTBSY = 26;
my $F_SETFD = 2;
my $F_SETFL = 4;
my $O_NONBLOCK = $linux ? 2048 : 4;
my $O_CLOEXEC = 02000000;
my $IN_CLOSE_WRITE = 8;
my $WNOHANG = 1;
my ($PR_SET_PDEATHSIG, $PR_SET_CHILD_SUBREAPER) = (1, 36);
my ($SIGKILL, $SIGTERM) = (9, 15);
my $SIG_SETMASK = 2;
my ($NO_SIGNALS, $HUP_INT_TERM) = (pack('Q', 0), pack('Q', 0x4003));
my ($SCHED_OTHER, $SCHED_BATCH) = (0, 3);

# What a process may have of each at most. Source: lifecycle 4.5. No core files: they would land in the user's directories.
# The limit of processes counts all processes of a user, so it makes sense only where all of them are ours.
my %LIMITS = (7 => 1024, 4 => 0, $alone ? (6 => 742) : ());

my $CHUNK = 65536;
my $DRAINED = 1 << 20;    # the most that a pipe holds: whoever writes on and on is not waited for
my $FULL = 1 << 20;       # while so much is untold, no more is read, so that writers wait and we do not grow
my $TICK = 0.05;          # polling, since no system tells of memory by itself
my $SETTLED = 0.005;
my $UNLIKELY = 0.001;     # who ran for less than that has hardly grown, and to look takes a third of a short invocation

my $next;                 # the process that the next participant will be, if there is one already
my %pid;                  # of each living participant, by its number
my %number;               # the reverse
my %exit;                 # handle that becomes readable when it ends, by number
my %group;                # process groups that may have members
my %stream;               # by file descriptor: handle, letter, number
my $watched = '';         # the descriptors that select watches
my ($in, $out) = ('', '');
my ($limit, $directory) = ('', '');
my $spare = '';           # a directory that has been made for the next environment
my $trouble = '';         # why nothing can be launched
my $most_used = 0;
my $frozen = 0;
my $unsettled = 0;        # whether those who left their group must still be looked for
my @strays;               # who was frozen without being in a group of ours
my %doomed;               # who was killed for want of memory, and may take a while to die
my $signals;              # becomes readable when somebody wants us to end
my $writers;              # becomes readable when somebody closes the program who could write it
my $patience = 1;         # for how long that is waited for
my $tick = $TICK;
my $unweighed = $TICK;    # for how long, about, they have run since their memory was last looked at

# --- what is told ---

sub report {
    my ($letter, $number, $text) = @_;
    $out .= pack 'a N N/a*', $letter, $number, $text;
}

sub flush {
    my $written = syswrite STDOUT, $out;
    if (defined $written) {
        substr($out, 0, $written) = '';
    } elsif ($! != $EAGAIN && $! != $EINTR) {
        finish();
    }
}

# --- what is heard ---

sub hear {
    my $read = sysread STDIN, $in, $CHUNK, length $in;
    return if !defined $read && ($! == $EAGAIN || $! == $EINTR);
    finish() unless $read;
    while (length $in >= 5) {
        my ($letter, $length) = unpack 'a N', $in;
        last if length $in < 5 + $length;
        my $text = substr $in, 5, $length;
        substr($in, 0, 5 + $length) = '';
        obey($letter, $text);
    }
}

sub obey {
    my ($letter, $text) = @_;
    if    ($letter eq 'R') { rest(unpack 'N C', $text) }
    elsif ($letter eq 'T') { thaw() }
    elsif ($letter eq 'L') { launch(unpack('N', $text), substr $text, 4) }
    elsif ($letter eq 'S') { send_signal(unpack 'N N', $text) }
    elsif ($letter eq 'E') { sweep() }
    elsif ($letter eq 'C') { configure(unpack '(N/a*)2', $text) }
    elsif ($letter eq 'Q') { quit() }
}

sub configure {
    ($limit, $directory) = @_;
    return if $directory eq '';
    $spare ne '' && rename($spare, $directory) or make($directory) or $trouble = "mkdir $directory: " . reason();
    $spare = '';
}

# What an environment has whose paths are not real.
sub make {
    my $path = shift;
    return mkdir($path, 0700) && mkdir("$path/tmp", 0777);
}

# --- launching ---

# The process that the next participant will be is forked before there is one, as long as nobody has to wait for that.
sub prepare {
    my %ends;
    for my $name ('1', '2', '3', 'orders', 'status') {
        pipe(my $reader, my $writer) or return;
        $ends{$name} = [$reader, $writer];
    }
    my $pid = fork;
    return unless defined $pid;
    await_orders(\%ends) if $pid == 0;
    # It is of use when it has come so far that it waits.
    close $_->[1] for @ends{'1', '2', '3', 'status'};
    1 until defined sysread($ends{status}[0], my $waiting, 1) || $! != $EINTR;
    return {pid => $pid, orders => $ends{orders}[1], map { $_ => $ends{$_}[0] } '1', '2', '3', 'status'};
}

sub launch {
    my ($number, $orders) = @_;
    reap();    # it may have been killed while it waited
    my $child = $trouble eq '' && ($next || prepare());
    undef $next;
    my ($framed, undef, $program) = unpack 'C (N/a*)2', $orders;
    return report('F', $number, 'E' . ($trouble || "fork/exec $program: " . reason())) unless $child;
    syswrite $child->{orders}, $orders;
    close delete $child->{orders};
    # Whoever holds the other end executes the program, or says why not: in no time, unless the program is busy.
    my $failure = read_to_end(delete $child->{status});
    my $pid = delete $child->{pid};
    if ($failure ne '') {
        waitpid $pid, 0;
        return report('F', $number, $failure);
    }
    delete $child->{3} unless $framed;
    watch($child->{$_}, $_, $number) for keys %$child;
    $pid{$number} = $pid;
    $number{$pid} = $number;
    $group{$pid} = 1;
    expect_exit($number, $pid);
    report('L', $number, $pid);
    $unweighed = $TICK;
}

sub read_to_end {
    my $handle = shift;
    my $text = '';
    for (;;) {
        my $read = sysread $handle, $text, $CHUNK, length $text;
        return $text unless $read || !defined $read && $! == $EINTR;
    }
}

sub watch {
    my ($handle, $letter, $number) = @_;
    fcntl $handle, $F_SETFL, $O_NONBLOCK;
    $stream{fileno $handle} = [$handle, $letter, $number];
    vec($watched, fileno $handle, 1) = 1;
}

# Without process descriptors, an exit is noticed at the next tick, or when the last of its pipes is closed.
sub expect_exit {
    my ($number, $pid) = @_;
    my $descriptor = call('pidfd', $pid, 0);
    if ($descriptor >= 0 && open my $handle, '<&=', $descriptor) {
        $exit{$number} = $handle;
        vec($watched, $descriptor, 1) = 1;
    }
}

# In the new process: never returns.
sub await_orders {
    my $ends = shift;
    # Signals that somebody ignores are the only ones that a program inherits.
    @SIG{qw(PIPE FPE HUP INT TERM)} = ('DEFAULT') x 5;
    call('mask', $SIG_SETMASK, $NO_SIGNALS, 0, 8);
    setpgrp 0, 0;
    call('schedule', 0, $SCHED_OTHER, pack('i', 0));
    call('prctl', $PR_SET_PDEATHSIG, $SIGKILL, 0, 0, 0);
    open STDIN, '<', '/dev/null';
    open STDOUT, '>&', $ends->{1}[1];
    open STDERR, '>&', $ends->{2}[1];
    close $ends->{orders}[1];
    syswrite $ends->{status}[1], '.';
    become($ends, unpack 'C (N/a*)4', read_to_end($ends->{orders}[0]));
}

sub become {
    my ($ends, $framed, $cwd, $program, $arguments, $variables) = @_;
    my $status = $ends->{status}[1];
    my @variables = unpack '(N/a*)*', $variables;
    if ($framed) {
        my $log = $ends->{3}[1];
        fcntl $log, $F_SETFD, 0;
        push @variables, '_LAMBDA_TELEMETRY_LOG_FD=' . fileno $log;
    }
    chdir $cwd or give_up($status, 'D', "chdir $cwd");
    my @command = ($program, [unpack '(N/a*)*', $arguments], \@variables);
    do { execute(@command) } while $! == $ETXTBSY && await_writers($program);
    give_up($status, 'E', "fork/exec $program");
}

# A program that somebody could still write is not executed. Who has just written it has closed it, but a process that was started
# meanwhile, by another test as a rule, may have inherited it until it executes something itself. Says whether to try again.
sub await_writers {
    my $program = shift;
    my $closed = $writers ? await_readable($writers) : watch_writers($program);
    $! = $ETXTBSY;
    return $closed;
}

# They may have closed it before this, so it is always worth another try.
sub watch_writers {
    my $descriptor = call('inotify', $O_CLOEXEC);
    return $descriptor >= 0 && call('watch', $descriptor, shift, $IN_CLOSE_WRITE) >= 0
        && open $writers, '<&=', $descriptor;
}

sub await_readable {
    my $handle = shift;
    my ($readable, $ready) = ('');
    vec($readable, fileno $handle, 1) = 1;
    ($ready, $patience) = select $readable, undef, undef, $patience;
    return $ready > 0 && sysread($handle, my $events, $CHUNK);
}

# Perl's own exec lets a shell try what the kernel refuses, and Lambda does not.
sub execute {
    my ($program, $arguments, $variables) = @_;
    if (exists $CALLS->{execve}) {
        call('execve', $program, pack('p*', @$arguments) . pack('J', 0), pack('p*', @$variables) . pack('J', 0));
    } else {
        %ENV = map { split /=/, $_, 2 } @$variables;
        exec { $program } @$arguments;
    }
}

sub give_up {
    my ($status, $letter, $deed) = @_;
    syswrite $status, "$letter$deed: " . reason();
    kill 'KILL', $$;
}

# Go's words for an error are those of C, in lower case.
sub reason { lcfirst "$!" }

sub call {
    my $name = shift;
    return exists $CALLS->{$name} ? syscall($CALLS->{$name}, @_) : -1;
}

# --- what is written ---

# Passes on what the descriptor has, up to about so many bytes.
sub forward {
    my ($descriptor, $most) = @_;
    my ($handle, $letter, $number) = @{$stream{$descriptor}};
    while ($most > 0) {
        my $read = sysread($handle, my $text, $CHUNK);
        if ($read) {
            report($letter, $number, $text);
            $most -= $read;
        } elsif (defined $read || $! != $EAGAIN && $! != $EINTR) {
            vec($watched, $descriptor, 1) = 0;
            delete $stream{$descriptor};
            return;
        } else {
            return;
        }
    }
}

sub forward_all { forward($_, $DRAINED) for sort { $a <=> $b } keys %stream }

# --- how they end ---

sub reap {
    while ((my $pid = waitpid -1, $WNOHANG) > 0) {
        ended($pid, $?);
    }
}

# Where nobody is left, nobody may be left behind; the last exit is told when that is done.
sub ended {
    my ($pid, $status) = @_;
    undef $next if $next && $next->{pid} == $pid;
    my $number = delete $number{$pid};
    return unless defined $number;
    delete $pid{$number};
    if (my $handle = delete $exit{$number}) {
        vec($watched, fileno $handle, 1) = 0;
    }
    forget_empty_groups();
    sweep() unless %pid;
    forward_all();
    report('X', $number, $status);
}

# A number that no process has any more may be given to a stranger.
sub forget_empty_groups {
    for my $group (keys %group) {
        delete $group{$group} unless exists $number{$group} || kill 0, -$group;
    }
}

# Kills until nobody is left: whoever is born meanwhile is an orphan soon, and so ours.
sub sweep {
    for (;;) {
        if ($alone) {
            kill 'KILL', -1;
        } else {
            kill 'KILL', (map { -$_ } keys %group), family();
        }
        my $pid = waitpid -1, 0;
        last if $pid < 0;
        ended($pid, $?);
        reap();
    }
    (%group, %doomed) = ();
    $frozen = $unsettled = 0;
}

sub finish {
    sweep();
    remove($_) for grep { $_ ne '' } $directory, $spare;
    exit 0;
}

# Whoever has swept can keep another environment, if this one shared nothing with it: and what that takes is done at once.
sub quit {
    finish() if $alone;
    %number = ();    # nobody's end is told any more
    sweep();
    %pid = %exit = %stream = @strays = ();
    $watched = '';
    if ($directory ne '') {
        remove($directory);
        $spare = "$directory.next";
        make($spare) or $spare = '';
    }
    ($limit, $directory, $trouble, $most_used) = ('', '', '', 0);
    $next = prepare();
    report('N', 0, '');
}

sub remove {
    my $path = shift;
    lstat $path;
    return unlink $path unless -d _;
    chmod 0700, $path;
    if (opendir(my $entries, $path)) {
        remove("$path/$_") for grep { !/^\.\.?$/ } readdir $entries;
    }
    rmdir $path;
}

# A stopped process would take notice of the signal only when it is thawed. Who has left the group that it was started with is
# reached all the same.
sub send_signal {
    my ($number, $signal) = @_;
    my $pid = $pid{$number} or return;
    my @all = getpgrp($pid) == $pid ? -$pid : (-$pid, $pid);
    kill 'CONT', @all if $frozen;
    kill $signal, @all;
}

# --- rest ---

sub rest {
    my ($ticket, $freezes) = @_;
    freeze() if $freezes;
    if ($linux && $unweighed > $UNLIKELY) {
        note_use(map { (weigh($_))[1] } kin());
        $unweighed = 0;
    }
    forward_all();
    report('R', $ticket, $frozen);
    flush();
}

sub freeze {
    return unless %pid;
    $frozen = 1;
    $unsettled = !$alone;
    forget_empty_groups();
    kill 'STOP', $alone ? -1 : (map { -$_ } keys %group);
}

# Those who left their group are found only by looking at everybody, which takes longer than a rest should.
sub settle {
    $unsettled = 0;
    @strays = grep { !$group{getpgrp $_} } family();
    kill 'STOP', @strays;
}

sub thaw {
    return unless $frozen;
    kill 'CONT', $alone ? -1 : (map { -$_ } keys %group), @strays;
    @strays = ();
    $frozen = $unsettled = 0;
    $tick = $TICK;
}

# --- memory ---

# How much the process uses, how much it has used at most, and whose child it is.
sub weigh {
    my $pid = shift;
    open my $status, '<', "/proc/$pid/status" or return (0, 0, 0);
    sysread $status, my $text, 4096;
    my ($now) = $text =~ /^VmRSS:\s+(\d+)/m;
    my ($most) = $text =~ /^VmHWM:\s+(\d+)/m;
    my ($parent) = $text =~ /^PPid:\s+(\d+)/m;
    return (1024 * ($now || 0), 1024 * ($most || 0), $parent || 0);
}

# By the megabyte, as Lambda reports it. More than there is was used by nobody: the sum counts shared pages several times.
sub note_use {
    my $used = 0;
    $used += $_ for @_;
    $used = $limit if $limit ne '' && $used > $limit;
    return if $used >> 20 <= $most_used >> 20;
    $most_used = $used;
    report('M', 0, $used);
}

sub measure {
    my $used = 0;
    my (%used, %parent, @most);
    for my $pid (family()) {
        my ($now, $most, $parent) = weigh($pid);
        push @most, $most;
        $used{$pid} = $now;
        $parent{$pid} = $parent;
        $used += $now;
    }
    note_use(@most);
    kill_largest(\%used, \%parent) if $limit ne '' && $used > $limit;
}

# Resident sets count shared pages several times: before somebody is killed, each is counted in proportion.
sub kill_largest {
    my ($used, $parent) = @_;
    my ($sum, $largest) = (0, 0);
    for my $pid (keys %$used) {
        $used->{$pid} = share($pid, $used->{$pid});
        $sum += $used->{$pid};
        $largest = $pid if !$largest || $used->{$pid} > $used->{$largest};
    }
    return if $sum <= $limit || $doomed{$largest}++;
    my $owner = $largest;
    $owner = $parent->{$owner} while $owner && !exists $number{$owner};
    report('K', $owner ? $number{$owner} : 0, ($owner == $largest ? '0 ' : '1 ') . $sum);
    flush();    # before its parent can tell of it
    kill 'KILL', $largest;
}

sub share {
    my ($pid, $otherwise) = @_;
    open my $rollup, '<', "/proc/$pid/smaps_rollup" or return $otherwise;
    sysread $rollup, my $text, 4096;
    return $text =~ /^Pss:\s+(\d+)/m ? 1024 * $1 : $otherwise;
}

# --- who is there ---

# All that descend from this process.
sub family {
    return grep { $_ != $$ } numbers('/proc') if $alone;
    my $children = -e "/proc/$$/task/$$/children" ? \&children : index_by_parent();
    my @family = $children->($$);
    for (my $i = 0; $i < @family; $i++) {
        push @family, $children->($family[$i]);
    }
    return @family;
}

# Those of them who can be found in no time: a process may have many threads, and each has children of its own.
sub kin {
    my @kin = children_of_thread($$, $$);
    @kin = values %pid unless @kin;
    for (my $i = 0; $i < @kin; $i++) {
        push @kin, children_of_thread($kin[$i], $kin[$i]);
    }
    return @kin;
}

sub children {
    my $pid = shift;
    return map { children_of_thread($pid, $_) } numbers("/proc/$pid/task");
}

sub children_of_thread {
    my ($pid, $thread) = @_;
    open my $list, '<', "/proc/$pid/task/$thread/children" or return ();
    return map { split } <$list>;
}

sub numbers {
    opendir my $entries, shift or return ();
    return grep { /^\d+$/ } readdir $entries;
}

# Where the kernel has no lists of children.
sub index_by_parent {
    my %parent = $linux ? parents_in_proc() : parents_by_ps();
    my %children;
    push @{$children{$parent{$_}}}, $_ for keys %parent;
    return sub { @{$children{$_[0]} || []} };
}

sub parents_in_proc {
    my %parent;
    for my $pid (numbers('/proc')) {
        my (undef, undef, $parent) = weigh($pid);
        $parent{$pid} = $parent if $parent;
    }
    return %parent;
}

# Untested: this is for macOS.
sub parents_by_ps {
    open(my $processes, '-|', '/bin/ps', '-A', '-o', 'pid=,ppid=') or return ();
    return map { split } <$processes>;
}

# --- living ---

# For how long select waits: nothing needs to be measured while all are frozen.
sub pause {
    return $SETTLED if $unsettled;
    return undef if $frozen || !%pid;
    return $tick;
}

sub tick {
    settle() if $unsettled;
    forget_empty_groups();
    if ($linux && !$frozen) {
        measure();
        $unweighed = 0;
    }
    $tick = $TICK;
}

sub live {
    for (;;) {
        my $readable = '';
        $readable |= $watched if length $out < $FULL;
        vec($readable, 0, 1) = 1;
        vec($readable, fileno $signals, 1) = 1 if $signals;
        my $writable = '';
        vec($writable, 1, 1) = 1 if length $out;
        my $pause = pause();
        my ($ready, $left) = select $readable, $writable, undef, $pause;
        $unweighed += $pause - $left if defined $pause;
        if ($ready > 0) {
            finish() if $signals && vec $readable, fileno $signals, 1;
            hear() if vec $readable, 0, 1;
            forward($_, 1) for grep { vec $readable, $_, 1 } sort { $a <=> $b } keys %stream;
        }
        reap();
        if (defined $pause) {
            $tick = $ready == 0 ? 0 : $tick - ($pause - $left);
            tick() if $tick <= 0;
        }
        flush() if length $out;
    }
}

# What participants inherit of us is nothing that the test's virtual machine set for itself: it blocks SIGQUIT, and raises its
# limit of files.
sub begin_afresh {
    umask 022;
    $SIG{$_} = 'DEFAULT' for keys %SIG;
    call('mask', $SIG_SETMASK, $NO_SIGNALS, 0, 8);
    for my $resource (keys %LIMITS) {
        # A string would be passed as its address.
        call('prlimit', 0, 0 + $resource, pack('QQ', ($LIMITS{$resource}) x 2), 0);
    }
}

# A signal that comes just before we wait would not wake us. So, where the kernel has a descriptor for signals, we wait for that.
sub expect_signals {
    @SIG{qw(HUP INT TERM)} = (\&finish) x 3;
    my $descriptor = call('signals', -1, $HUP_INT_TERM, 8, $O_CLOEXEC);
    call('mask', $SIG_SETMASK, $HUP_INT_TERM, 0, 8) if $descriptor >= 0 && open $signals, '<&=', $descriptor;
}

$0 = 'lambdarium-keeper';
begin_afresh();
$SIG{PIPE} = 'IGNORE';
# Process 1 is deaf to the signals of its namespace as long as it has no use for them.
expect_signals() unless $alone;
# The pipe to the virtual machine may have been inherited by others, and then does not end with it.
call('prctl', $PR_SET_PDEATHSIG, $SIGTERM, 0, 0, 0) unless $alone;
# A session of its own: what is typed at a terminal is for the test, not for us.
call('setsid') >= 0 or setpgrp 0, 0;
call('prctl', $PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
fcntl STDIN, $F_SETFL, $O_NONBLOCK;
fcntl STDOUT, $F_SETFL, $O_NONBLOCK;
# Who cannot fork is of no use; and old kernels count all processes of the user against the limit.
$next = prepare() or die 'cannot fork: ' . reason() . "\n";
report('H', 0, '');
flush();
# Whoever tells us something goes on until he waits himself: what we do is not worth an interruption.
call('schedule', 0, $SCHED_BATCH, pack('i', 0));
live();
