package org.cuntu.bench.row;

import java.util.EnumSet;
import java.util.Set;

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
    SURVEY,
    /** Cases in the mass on PostgreSQL, one person alone and everybody together: with --full, or when it is named. */
    CASES;

    /** What is asked of a server with a demo city, and needs no ground of the bench. */
    static final Set<Parts> ON_A_DEMO = EnumSet.of(ENDPOINT, DATA, SURVEY, CASES);
}
