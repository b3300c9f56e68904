package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.Shapes;

/**
 * The place where two edges cross, as a corner of an outline. A corner of one that lies on the other is that corner to the bit; else the
 * place is reckoned from the edges' lower ends, so that both neighbours of an edge have it alike. For one thread.
 */
final class CrossingPoint {
    private double x;
    private double y;
    private boolean onCorner;

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /** Whether it is a corner of one of the two shapes. */
    boolean isCorner() {
        return onCorner;
    }

    /** Finds where two edges cross that are known to. */
    void of(Shapes first, int edge, Shapes second, int other) {
        double px = first.x(edge);
        double py = first.y(edge);
        double qx = first.x(edge + 1);
        double qy = first.y(edge + 1);
        double ax = second.x(other);
        double ay = second.y(other);
        double bx = second.x(other + 1);
        double by = second.y(other + 1);
        onCorner = true;
        if (Side.of(ax, ay, bx, by, px, py) == Side.ON) set(px, py);
        else if (Side.of(ax, ay, bx, by, qx, qy) == Side.ON) set(qx, qy);
        else if (Side.of(px, py, qx, qy, ax, ay) == Side.ON) set(ax, ay);
        else if (Side.of(px, py, qx, qy, bx, by) == Side.ON) set(bx, by);
        else {
            onCorner = false;
            between(px, py, qx, qy, ax, ay, bx, by);
        }
    }

    private void between(double px, double py, double qx, double qy, double ax, double ay, double bx, double by) {
        if (px > qx || px == qx && py > qy) {
            between(qx, qy, px, py, ax, ay, bx, by);
            return;
        }
        if (ax > bx || ax == bx && ay > by) {
            between(px, py, qx, qy, bx, by, ax, ay);
            return;
        }
        double fromP = Side.value(ax, ay, bx, by, px, py);
        double fromQ = Side.value(ax, ay, bx, by, qx, qy);
        double t = fromP / (fromP - fromQ);
        t = t > 0 ? StrictMath.min(1, t) : 0;
        double low = StrictMath.min(py, qy);
        double high = StrictMath.max(py, qy);
        set(
                within(StrictMath.max(px, ax), StrictMath.min(qx, bx), px + t * (qx - px)),
                within(
                        StrictMath.max(low, StrictMath.min(ay, by)),
                        StrictMath.min(high, StrictMath.max(ay, by)),
                        py + t * (qy - py)));
    }

    /** A place lies in the boxes of both edges: on an upright edge, that is, just on it. */
    private static double within(double least, double most, double value) {
        return StrictMath.max(least, StrictMath.min(most, value));
    }

    private void set(double atX, double atY) {
        x = atX;
        y = atY;
    }
}
