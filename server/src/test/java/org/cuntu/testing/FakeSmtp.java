package org.cuntu.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes every mail and keeps the last (RFC 5321, as much as one client needs). */
public final class FakeSmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private volatile String last = "";

    private FakeSmtp(ServerSocket socket) {
        this.socket = socket;
    }

    public static FakeSmtp start() throws IOException {
        FakeSmtp made = new FakeSmtp(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(made::serve);
        return made;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<String> recipients() {
        return recipients;
    }

    /** The text of the last mail, decoded. */
    public String lastText() {
        String body = last.substring(last.indexOf("\n\n") + 2);
        return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                if (socket.isClosed()) return;
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        say(out, "220 fake");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("RCPT TO:")) recipients.add(line.substring(line.indexOf('<') + 1, line.indexOf('>')));
            if (line.startsWith("DATA")) {
                say(out, "354 go on");
                StringBuilder mail = new StringBuilder();
                for (String each = in.readLine(); !".".equals(each); each = in.readLine())
                    mail.append(each).append('\n');
                last = mail.toString();
            }
            say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            if (line.startsWith("QUIT")) return;
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
