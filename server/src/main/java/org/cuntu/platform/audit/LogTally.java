package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.List;

/**
 * The log counted along its numbers: each entry is in exactly one range, and a range that was counted never changes. Reads
 * by the index of numbers and holds nobody up. Thread safe.
 */
public interface LogTally {
    /**
     * @param hour the beginning of the hour (UTC) in which the acts were
     * @param acts how many of this person, act and hour
     */
    record Count(String actor, String act, Instant hour, long acts) {}

    /**
     * A place of about a hundred metres that acts of this person, act and hour were about.
     *
     * @param lon degrees, EPSG:4490, of the middle of the acts' ground
     */
    record Place(String actor, String act, Instant hour, double lon, double lat) {}

    /** Whether this node is the one that numbers: what is done once in the installation is done here. */
    boolean isKeeper();

    /** How many entries have a number. */
    long size();

    /** Of the entries with these numbers. @param to not included */
    List<Count> countActs(long from, long to);

    /** Where the entries with these numbers were that have a place, each place once. @param to not included */
    List<Place> listPlaces(long from, long to);
}
