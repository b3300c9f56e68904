package org.cuntu.engine.layer;

/**
 * The points of one shape in whole nanodegrees from a snapshot's origin, nearest ones where they lie between; points of all rings one
 * after another, each ring with its closing point. Scratch space that is filled again for the next shape. For one thread.
 */
final class Steps {
    /** Longitude, latitude, longitude… */
    int[] xy = new int[512];
    /** Where each ring's points begin; one more for the end. */
    int[] starts = new int[8];

    int rings;
    /** Whether no point lies between. */
    boolean whole;

    /** The greatest width and height with which differences of steps fit into 30 bits, and their products into a long. */
    static final double MOST_DEGREES = 1;

    /** Whether all points can be said so: the shape is not too wide and not too far from the origin. NaN is far from everything. */
    boolean fill(FlatRings shape, Origin origin) {
        rings = shape.rings().length;
        if (starts.length <= rings) starts = new int[2 * rings];
        int size = 0;
        for (int r = 0; r < rings; r++) {
            starts[r] = size;
            size += shape.rings()[r].length / 2;
        }
        starts[rings] = size;
        if (xy.length < 2 * size) xy = new int[4 * size];
        whole = true;
        double[] first = shape.rings()[0];
        boolean near = true;
        for (int r = 0; r < rings; r++) near &= copy(shape.rings()[r], starts[r], first[0], first[1], origin);
        return near;
    }

    private boolean copy(double[] ring, int start, double firstX, double firstY, Origin origin) {
        boolean near = true;
        boolean exact = true;
        int at = 2 * start;
        for (int i = 0; i < ring.length; i += 2, at += 2) {
            double nanoX = Origin.nano(ring[i]);
            double nanoY = Origin.nano(ring[i + 1]);
            double stepX = nanoX - origin.x();
            double stepY = nanoY - origin.y();
            exact &= nanoX / Origin.NANO == ring[i] & nanoY / Origin.NANO == ring[i + 1];
            near &= StrictMath.abs(stepX) < 0x1p31
                    & StrictMath.abs(stepY) < 0x1p31
                    & StrictMath.abs(ring[i] - firstX) < 0.5 * MOST_DEGREES
                    & StrictMath.abs(ring[i + 1] - firstY) < 0.5 * MOST_DEGREES;
            xy[at] = (int) stepX;
            xy[at + 1] = (int) stepY;
        }
        whole &= exact;
        return near;
    }
}
