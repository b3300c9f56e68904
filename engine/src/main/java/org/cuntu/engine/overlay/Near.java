package org.cuntu.engine.overlay;

/**
 * A feature near a site.
 *
 * @param feature the feature's number in the snapshot
 * @param metres the shortest way between the two, 0 when they meet
 */
public record Near(int feature, double metres) {}
