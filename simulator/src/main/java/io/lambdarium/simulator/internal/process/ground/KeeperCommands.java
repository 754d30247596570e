// SPDX-License-Identifier: Apache-2.0
package io.lambdarium.simulator.internal.process.ground;

import io.lambdarium.simulator.event.Signal;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a keeper is told, as bytes; {@code keeper.pl} explains them. */
final class KeeperCommands {

    static final byte[] THAW = command('T', new byte[0]);
    static final byte[] EMPTY = command('E', new byte[0]);
    static final byte[] QUIT = command('Q', new byte[0]);

    private KeeperCommands() {}

    static byte[] configure(OptionalLong memory, String directory) {
        String limit = memory.isPresent() ? Long.toString(memory.getAsLong()) : "";
        return command('C', join(text(limit), text(directory)));
    }

    static byte[] launch(Launch launch) {
        return command(
                'L',
                join(
                        number(launch.number()),
                        flag(launch.framedLog()),
                        text(launch.directory()),
                        text(launch.command().program()),
                        sized(texts(launch.command().arguments())),
                        sized(texts(assignments(launch.variables())))));
    }

    static byte[] signal(int number, Signal signal) {
        return command('S', join(number(number), number(signal.number())));
    }

    static byte[] rest(int ticket, boolean freeze) {
        return command('R', join(number(ticket), flag(freeze)));
    }

    private static List<String> assignments(Map<String, String> variables) {
        return variables.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    private static byte[] command(char letter, byte[] content) {
        return join(new byte[] {(byte) letter}, sized(content));
    }

    private static byte[] texts(List<String> texts) {
        return join(texts.stream().map(KeeperCommands::text).toArray(byte[][]::new));
    }

    private static byte[] text(String text) {
        return sized(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sized(byte[] content) {
        return join(number(content.length), content);
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    private static byte[] flag(boolean set) {
        return new byte[] {(byte) (set ? 1 : 0)};
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
