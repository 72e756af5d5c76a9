package dev.berth.router;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server that knows IPv4 addresses, which come and go as pods do. */
final class StubDns implements AutoCloseable {

    private static final int HEADER = 12;
    private static final int TYPE_A = 1;
    private static final int NO_SUCH_NAME = 3;

    private final DatagramSocket socket;
    private final Map<String, InetAddress> addresses = new ConcurrentHashMap<>();

    StubDns(InetAddress address) {
        try {
            socket = new DatagramSocket(0, address);
        } catch (SocketException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread thread = new Thread(this::serve, "stub-dns");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return socket.getLocalAddress().getHostAddress() + ":" + socket.getLocalPort();
    }

    void add(String name, InetAddress address) {
        addresses.put(name, address);
    }

    void remove(String name) {
        addresses.remove(name);
    }

    private void serve() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                byte[] answer = answer(Arrays.copyOf(buffer, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException closed) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private byte[] answer(byte[] query) {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            int length = query[at];
            name.append(name.length() == 0 ? "" : ".")
                    .append(new String(query, at + 1, length, StandardCharsets.US_ASCII));
            at += length + 1;
        }
        int questionEnd = at + 5;
        int type = query[at + 1] << 8 | query[at + 2];
        InetAddress found = addresses.get(name.toString().toLowerCase(Locale.ROOT));
        boolean answered = found != null && type == TYPE_A;
        ByteBuffer answer = ByteBuffer.allocate(questionEnd + 16);
        answer.put(query, 0, 2);
        answer.putShort((short) (0x8580 | (found == null ? NO_SUCH_NAME : 0)));
        answer.putShort((short) 1).putShort((short) (answered ? 1 : 0)).putInt(0);
        answer.put(query, HEADER, questionEnd - HEADER);
        if (answered) {
            answer.putShort((short) 0xC00C).putShort((short) TYPE_A).putShort((short) 1);
            answer.putInt(1).putShort((short) 4).put(found.getAddress());
        }
        return Arrays.copyOf(answer.array(), answer.position());
    }

    @Override
    public void close() {
        socket.close();
    }
}
