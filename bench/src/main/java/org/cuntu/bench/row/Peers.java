package org.cuntu.bench.row;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Who may take part; whoever is not installed does not. */
public enum Peers {
    POSTGIS,
    JTS,
    GEOS;

    /** Names parted by commas. */
    public static Set<Peers> of(String names) {
        Set<Peers> peers = new TreeSet<>();
        for (String name : names.split(","))
            if (!name.isBlank()) peers.add(valueOf(name.strip().toUpperCase(Locale.ROOT)));
        return peers;
    }
}
