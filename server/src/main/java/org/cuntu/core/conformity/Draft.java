package org.cuntu.core.conformity;

import java.time.Instant;

/**
 * A site that its owner is working on (草稿). Unlike a review it is no record: it may be changed and removed, and its
 * shapes need not be sound yet.
 *
 * @param id {@code d-} and eight hexadecimal digits
 * @param version 1 at first, one more with each save
 * @param content plots in EPSG:4490 and the project, JSON
 * @param plots how many it has
 */
public record Draft(
        String id, String owner, String name, int version, String content, int plots, Instant madeAt, Instant savedAt) {
    /**
     * A draft in a list.
     *
     * @param plots how many it has
     */
    public record Line(String id, String name, int version, int plots, Instant savedAt) {}

    /** What is to be kept. */
    public record Content(String name, String text, int plots) {}
}
