package org.cuntu.bench.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Posts bytes and reads answers of a stated length (HTTP/1.1), on connections that it keeps: as little work as can be, because
 * the server that it measures has the same two cores. Every answer is read to its last byte. Thread safe.
 */
final class PlainClient {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int BUFFER = 64 * 1024;

    private final InetSocketAddress server;
    private final String head;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

    /** @param headers each ends with CR LF */
    PlainClient(URI address, String headers) {
        server = new InetSocketAddress(InetAddress.ofLiteral(address.getHost()), address.getPort());
        head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers
                + "Content-Length: ";
    }

    /** The request of a body, to be posted any number of times. */
    byte[] request(byte[] body) {
        byte[] start = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[start.length + body.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(body, 0, whole, start.length, body.length);
        return whole;
    }

    /** @return the status of the answer */
    int post(byte[] request) throws IOException {
        Connection kept = idle.poll();
        Connection connection = kept == null ? new Connection() : kept;
        try {
            int status = connection.post(request);
            if (connection.isOpen()) idle.add(connection);
            return status;
        } catch (IOException e) {
            connection.close();
            if (kept == null || connection.hasAnswered()) throw e;
            return post(request); // the server had closed it while it was idle
        }
    }

    private final class Connection {
        private final Socket socket = new Socket();
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private boolean closing;
        private boolean answered;

        Connection() throws IOException {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.connect(server, PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            in = socket.getInputStream();
        }

        int post(byte[] request) throws IOException {
            answered = false;
            socket.getOutputStream().write(request);
            int have = 0;
            int end = -1;
            while (end < 0) {
                int more = in.read(buffer, have, buffer.length - have);
                if (more <= 0) throw new EOFException("the answer ends in its head");
                answered = true;
                have += more;
                end = endOfHead(have);
            }
            String answer = new String(buffer, 0, end, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            closing = "close".equals(header(answer, "connection"));
            String length = header(answer, "content-length");
            if (length == null) throw new IOException("no content-length: " + answer);
            for (long rest = Long.parseLong(length) - (have - end); rest > 0; ) {
                int more = in.read(buffer, 0, (int) StrictMath.min(rest, buffer.length));
                if (more <= 0) throw new EOFException("the answer ends before its length");
                rest -= more;
            }
            if (closing) close();
            return Integer.parseInt(answer.substring(9, 12)); // after "http/1.1 "
        }

        /** @return where the body begins, -1 when the head is not whole yet */
        private int endOfHead(int have) {
            for (int i = 3; i < have; i++)
                if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') return i + 1;
            return -1;
        }

        private static @Nullable String header(String head, String name) {
            int at = head.indexOf("\r\n" + name + ":");
            if (at < 0) return null;
            int from = at + name.length() + 3;
            return head.substring(from, head.indexOf("\r\n", from)).strip();
        }

        boolean hasAnswered() {
            return answered;
        }

        boolean isOpen() {
            return !closing;
        }

        void close() throws IOException {
            socket.close();
        }
    }
}
