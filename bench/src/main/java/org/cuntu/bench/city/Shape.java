package org.cuntu.bench.city;

/**
 * One feature of an invented layer.
 *
 * @param id from 1, in the order made
 * @param code its class
 * @param polygons each a list of rings, the outer one first; a ring is x, y, x, y… in degrees, closed
 */
public record Shape(int id, String code, double[][][] polygons) {
    public int vertices() {
        int sum = 0;
        for (double[][] rings : polygons) for (double[] ring : rings) sum += ring.length / 2;
        return sum;
    }
}
