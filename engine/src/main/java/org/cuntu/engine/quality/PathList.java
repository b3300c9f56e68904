package org.cuntu.engine.quality;

import java.util.Arrays;
import java.util.List;

/** Joins edges that follow one another to paths. */
final class PathList {
    private final int feature;
    private final List<FreePath> paths;
    private double[] xy = new double[64];
    private int size;

    PathList(int feature, List<FreePath> paths) {
        this.feature = feature;
        this.paths = paths;
    }

    void add(double ax, double ay, double bx, double by) {
        if (size > 0 && (xy[size - 2] != ax || xy[size - 1] != ay)) done();
        if (size == 0) put(ax, ay);
        put(bx, by);
    }

    private void put(double x, double y) {
        if (size == xy.length) xy = Arrays.copyOf(xy, 2 * size);
        xy[size++] = x;
        xy[size++] = y;
    }

    void done() {
        if (size > 0) paths.add(new FreePath(feature, Arrays.copyOf(xy, size)));
        size = 0;
    }
}
