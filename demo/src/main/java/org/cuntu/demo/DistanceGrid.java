package org.cuntu.demo;

import java.util.Arrays;

/**
 * The nearest of many points, for any place: a raster of nearest points spread by two sweeps (Danielsson 1980). Good to a
 * few per cent of the raster's step, which is all that inventing needs.
 */
final class DistanceGrid {
    private static final double STEP = 250;

    private final double west;
    private final double south;
    private final int columns;
    private final int rows;
    private final double[][] points;
    private final int[] nearest;

    /**
     * @param box west, south, east, north in metres
     * @param points x, y; at least one inside the box
     */
    DistanceGrid(double[] box, double[][] points) {
        this.west = box[0];
        this.south = box[1];
        this.columns = (int) ((box[2] - box[0]) / STEP) + 2;
        this.rows = (int) ((box[3] - box[1]) / STEP) + 2;
        this.points = points;
        this.nearest = new int[columns * rows];
        Arrays.fill(nearest, -1);
        for (int p = 0; p < points.length; p++) offer(cell(points[p][0], points[p][1]), p);
        for (int round = 0; round < 2; round++) {
            for (int j = 0; j < rows; j++) for (int i = 0; i < columns; i++) pull(i, j, -1);
            for (int j = rows - 1; j >= 0; j--) for (int i = columns - 1; i >= 0; i--) pull(i, j, 1);
        }
    }

    /** The number of the point that is nearest, about. */
    int nearest(double x, double y) {
        return nearest[cell(x, y)];
    }

    /** Metres to it. */
    double distance(double x, double y) {
        return to(nearest(x, y), x, y);
    }

    private double to(int p, double x, double y) {
        return Frame.distance(points[p][0] - x, points[p][1] - y);
    }

    private void pull(int i, int j, int way) {
        for (int dj = -1; dj <= 1; dj++) {
            for (int di = -1; di <= 1; di++) {
                boolean behind = dj * way > 0 || (dj == 0 && di * way > 0);
                int u = i + di;
                int v = j + dj;
                if (!behind || u < 0 || v < 0 || u >= columns || v >= rows) continue;
                int p = nearest[v * columns + u];
                if (p >= 0) offer(j * columns + i, p);
            }
        }
    }

    private void offer(int cell, int p) {
        double x = west + (cell % columns + 0.5) * STEP;
        double y = south + (cell / columns + 0.5) * STEP;
        if (nearest[cell] < 0 || to(p, x, y) < to(nearest[cell], x, y)) nearest[cell] = p;
    }

    private int cell(double x, double y) {
        int i = Math.clamp((int) ((x - west) / STEP), 0, columns - 1);
        int j = Math.clamp((int) ((y - south) / STEP), 0, rows - 1);
        return j * columns + i;
    }
}
