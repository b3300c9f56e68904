package org.cuntu.engine.quality;

import org.locationtech.jts.geom.Polygon;

/**
 * Ground of the coverage on which no feature lies.
 *
 * @param area F, m²
 * @param width 2·area/perimeter, metres
 * @param feature the feature that bounds most of it; {@link TopologyFinding#NONE} for none
 * @param other the one that bounds the next most
 */
record Gap(Polygon outline, double area, double width, int feature, int other) {}
