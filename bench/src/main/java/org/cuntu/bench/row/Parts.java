package org.cuntu.bench.row;

/** What may be measured by itself, to see what a change has brought. */
public enum Parts {
    SITES,
    MATRIX,
    TILES,
    IMPORT,
    /** What has no peer: outlines, topology, sizes, opening, growth. */
    ALONE,
    ENDPOINT,
    /** Files taken to a release and the whole check, on a demo city: with --full, or when it is named. */
    DATA,
    /** The survey's statistics over HTTP, on a demo city: with --full, or when it is named. */
    SURVEY
}
