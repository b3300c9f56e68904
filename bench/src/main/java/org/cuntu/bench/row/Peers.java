package org.cuntu.bench.row;

/** Who may take part; whoever is not installed does not. */
public enum Peers {
    POSTGIS,
    JTS,
    GEOS
}
