package org.cuntu.engine.layer;

import org.cuntu.engine.measure.FieldIntegral;

/** A ring in arrays, its running sums made when it is made. */
final class ArrayRing implements Ring {
    private final double[] x;
    private final double[] y;
    private final double[] integral;
    private final double[] length;
    private final double[] boxes;

    ArrayRing(double[] x, double[] y, FieldIntegral field) {
        this.x = x;
        this.y = y;
        int n = x.length;
        integral = new double[n];
        length = new double[n];
        boxes = new double[4 * chunks()];
        for (int c = 0; c < chunks(); c++) {
            boxes[4 * c] = boxes[4 * c + 1] = Double.POSITIVE_INFINITY;
            boxes[4 * c + 2] = boxes[4 * c + 3] = Double.NEGATIVE_INFINITY;
        }
        for (int i = 0; i + 1 < n; i++) {
            integral[i + 1] = integral[i] + field.edge(x[i], y[i], x[i + 1], y[i + 1]);
            length[i + 1] = length[i] + Metric.metres(x[i], y[i], x[i + 1], y[i + 1]);
            int b = 4 * (i / CHUNK);
            boxes[b] = StrictMath.min(boxes[b], StrictMath.min(x[i], x[i + 1]));
            boxes[b + 1] = StrictMath.min(boxes[b + 1], StrictMath.min(y[i], y[i + 1]));
            boxes[b + 2] = StrictMath.max(boxes[b + 2], StrictMath.max(x[i], x[i + 1]));
            boxes[b + 3] = StrictMath.max(boxes[b + 3], StrictMath.max(y[i], y[i + 1]));
        }
    }

    @Override
    public int edges() {
        return x.length - 1;
    }

    @Override
    public double x(int point) {
        return x[point];
    }

    @Override
    public double y(int point) {
        return y[point];
    }

    @Override
    public double integral(int point) {
        return integral[point];
    }

    @Override
    public double length(int point) {
        return length[point];
    }

    @Override
    public double west(int chunk) {
        return boxes[4 * chunk];
    }

    @Override
    public double south(int chunk) {
        return boxes[4 * chunk + 1];
    }

    @Override
    public double east(int chunk) {
        return boxes[4 * chunk + 2];
    }

    @Override
    public double north(int chunk) {
        return boxes[4 * chunk + 3];
    }
}
