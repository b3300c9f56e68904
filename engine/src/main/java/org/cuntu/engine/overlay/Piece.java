package org.cuntu.engine.overlay;

/**
 * The part of one feature that lies in a site.
 *
 * @param feature the feature's number in the snapshot
 * @param integral F of the part, m², not rounded
 * @param perimeter length of the part's boundary in metres (metric of the ellipsoid at the site's latitude): for the
 *     sliver test 2·area/perimeter
 */
public record Piece(int feature, double integral, double perimeter) {}
