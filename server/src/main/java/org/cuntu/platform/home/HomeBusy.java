package org.cuntu.platform.home;

import java.nio.file.Path;

/** Another process holds this home; when it is a server, its {@code run.json} says how to speak to it. */
public final class HomeBusy extends RuntimeException {
    private final transient Path home;

    public HomeBusy(Path home) {
        super("another process holds the home " + home);
        this.home = home;
    }

    public Path home() {
        return home;
    }
}
