package org.cuntu.engine.quality;

/**
 * Edges of one feature, one after another, that no neighbour runs back along.
 *
 * @param feature the feature; {@link TopologyFinding#NONE} for the rim of the coverage polygon
 * @param xy longitude, latitude, longitude…, degrees
 */
record FreePath(int feature, double[] xy) {
    int corners() {
        return xy.length / 2;
    }
}
