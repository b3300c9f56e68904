package org.cuntu.engine.format;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A list of GeoJSON positions, flat, that grows. */
final class Positions {
    private double[] flat = new double[32];
    private int size;

    void add(double x, double y) {
        if (2 * size == flat.length) flat = Arrays.copyOf(flat, 2 * flat.length);
        flat[2 * size] = x;
        flat[2 * size + 1] = y;
        size++;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return flat[2 * i];
    }

    double y(int i) {
        return flat[2 * i + 1];
    }

    /** New ones. */
    List<Coordinate> coordinates() {
        Coordinate[] made = new Coordinate[size];
        for (int i = 0; i < size; i++) made[i] = new Coordinate(flat[2 * i], flat[2 * i + 1]);
        return Arrays.asList(made);
    }
}
