package org.cuntu.bench.peer;

import java.util.List;

/** The machine's disk, which ours waits for and PostgreSQL without fsync does not. */
public final class Disk {
    private Disk() {}

    /** Waits until what anybody has written is on it, so that nobody's time has another's writing in it. */
    public static void settle() {
        Commands.run(List.of("sync"));
    }
}
