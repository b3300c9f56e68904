package org.cuntu.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;

/**
 * The port that a server takes on this machine.
 *
 * @param moved whether another one than the usual was taken, because that is busy
 */
record Port(int number, boolean moved) {
    static final int USUAL = 8090;

    /** The stated port or nothing; without one the usual, or any that is free. */
    static Port choose(@Nullable Integer stated) {
        if (stated != null) {
            if (stated < 0 || stated > 65535)
                throw Stopped.with(Exit.WRONG_USAGE, "cli.wrong-value", "argument", "--port", "value", stated);
            if (stated != 0 && !free(stated)) throw Stopped.with(Exit.BUSY, "cli.port-busy", "port", stated);
            return stated == 0 ? new Port(anyFree(), false) : new Port(stated, false);
        }
        return free(USUAL) ? new Port(USUAL, false) : new Port(anyFree(), true);
    }

    private static boolean free(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw Stopped.with(Exit.BUSY, "cli.no-port");
        }
    }
}
