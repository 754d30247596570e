// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.benchmark;

import io.lambdarium.simulator.event.CallEvent.CallerGone;
import io.lambdarium.simulator.soak.Footprint;
import io.lambdarium.simulator.soak.RawConnection;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** What a simulator holds while it waits, and how both sides notice that the other has gone. */
final class Ends {

    private static final int CYCLES = 200;

    private Ends() {}

    static void measure(Findings findings) throws Exception {
        if (Footprint.canBeTaken()) {
            holdings(findings);
        } else {
            findings.note("P10 is not measured: only Linux tells how many descriptors are open.");
        }
        stops(findings);
        disconnects(findings);
    }

    private static void holdings(Findings findings) throws Exception {
        int count = 50;
        new Guest().close();
        List<Guest> guests = new ArrayList<>();
        List<RawConnection> connections = new ArrayList<>();
        Footprint before = Footprint.now();
        for (int i = 0; i < count; i++) {
            guests.add(new Guest());
        }
        Footprint listening = Footprint.now().since(before);
        for (Guest guest : guests) {
            connections.add(parked(guest));
        }
        Footprint connected = Footprint.now().since(before);
        findings.found(Goal.THREADS, (double) connected.threads() / count);
        findings.found(Goal.DESCRIPTORS, (double) listening.descriptors() / count);
        // one end of each connection is our own
        findings.found(
                Goal.DESCRIPTORS_CONNECTED, (double) (connected.descriptors() - listening.descriptors()) / count - 1);
        guests.forEach(Guest::close);
        for (RawConnection connection : connections) {
            connection.close();
        }
    }

    private static RawConnection parked(Guest guest) throws IOException {
        RawConnection connection = guest.connect();
        guest.askForNext(connection);
        guest.awaitParked(1);
        return connection;
    }

    private static void stops(Findings findings) throws Exception {
        List<Double> millis = new ArrayList<>();
        int deaf = 0;
        for (int i = 0; i < CYCLES; i++) {
            Guest guest = new Guest();
            try (RawConnection idle = guest.connect();
                    RawConnection parked = parked(guest)) {
                long before = System.nanoTime();
                guest.close();
                deaf += seesTheEnd(parked) ? 0 : 1;
                deaf += seesTheEnd(idle) ? 0 : 1;
                millis.add((System.nanoTime() - before) / 1e6);
            }
        }
        findings.found(Goal.STOP_EOF, ninetyNinth(millis));
        findings.found(Goal.STOP_DEAF, deaf);
    }

    private static boolean seesTheEnd(RawConnection connection) throws IOException {
        try {
            connection.read(Guest.PATIENCE);
            return false;
        } catch (EOFException | SocketException end) {
            return true;
        } catch (SocketTimeoutException deaf) {
            return false;
        }
    }

    private static void disconnects(Findings findings) throws Exception {
        List<Double> millis = new ArrayList<>();
        int lost = 0;
        for (int i = 0; i < CYCLES; i++) {
            try (Guest guest = new Guest()) {
                RawConnection dead = parked(guest);
                long before = System.nanoTime();
                dead.close();
                guest.await(CallerGone.class, 1);
                millis.add((System.nanoTime() - before) / 1e6);
                lost += isDelivered(guest) ? 0 : 1;
            }
        }
        findings.found(Goal.DISCONNECT, ninetyNinth(millis));
        findings.found(Goal.DISCONNECT_LOST, lost);
    }

    private static boolean isDelivered(Guest guest) throws IOException {
        guest.simulator().invoke("{}");
        try (RawConnection successor = guest.connect()) {
            guest.askForNext(successor);
            return successor.read(Guest.PATIENCE).begins("HTTP/1.1 200");
        } catch (EOFException | SocketTimeoutException e) {
            return false;
        }
    }

    private static double ninetyNinth(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() * 99 / 100);
    }
}
