package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.References;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.measure.FieldIntegral;

/**
 * The values of {@link ShapePair}: what crossings and rings add to the area and the perimeter of the common part.
 *
 * <p>A crossing point is computed once, as a step along the first shape's edge, and used for both running integrals. Moving
 * it along the edge changes both by nearly the same, so its rounding cancels to the first order: what is left is the
 * rounding times the angle between the edges times the edge.
 *
 * <p>Both integrals are counted from the second shape's reference latitude; a running integral that is stored from another is
 * moved there by a constant for each degree of longitude gone since the ring's start.
 */
final class PairSum {
    private final CompensatedSum sum = new CompensatedSum();
    private Shapes first = HeapShapes.EMPTY;
    private Shapes second = HeapShapes.EMPTY;
    private FieldIntegral field = References.at(0);
    private double shift;
    private double length;
    private int crossings;

    void start(FlatShape of, FlatShape with) {
        sum.reset();
        length = 0;
        crossings = 0;
        first = of.shapes();
        second = with.shapes();
        int reference = second.reference(with.shape());
        field = References.at(reference);
        shift = References.shift(first.reference(of.shape()), reference);
    }

    double integral() {
        return sum.value();
    }

    double length() {
        return length;
    }

    int crossings() {
        return crossings;
    }

    void addRing(Shapes shapes, int ring, int times) {
        sum.add(times * shapes.ringHigh(ring));
        sum.add(times * shapes.ringLow(ring));
        length += times * shapes.ringLength(ring);
    }

    /** Adds the crossing of edge k of the first shape's chunk with edge a of the second's; the sign is +1 where the first enters. */
    void addCrossing(int sign, LoadedChunk p, int k, LoadedChunk s, int a) {
        crossings++;
        double px = p.x[k];
        double py = p.y[k];
        double ax = s.x[a];
        double ay = s.y[a];
        double fromP = Side.value(ax, ay, s.x[a + 1], s.y[a + 1], px, py);
        double fromQ = Side.value(ax, ay, s.x[a + 1], s.y[a + 1], p.x[k + 1], p.y[k + 1]);
        double t = fromP / (fromP - fromQ);
        if (!(t > 0)) t = 0;
        if (t > 1) t = 1;
        double width = t * (p.x[k + 1] - px);
        double height = t * (p.y[k + 1] - py);
        double otherWidth = (px - ax) + width;
        double otherHeight = (py - ay) + height;
        sum.add(-sign * first.runHigh(p.chunk()));
        sum.add(-sign * first.runLow(p.chunk()));
        sum.addProduct(-sign * shift, p.widthSoFar());
        sum.add(-sign * p.integralTo(k, field));
        sum.add(-sign * field.part(py, width, height));
        sum.add(sign * second.runHigh(s.chunk()));
        sum.add(sign * second.runLow(s.chunk()));
        sum.add(sign * s.integralTo(a, field));
        sum.add(sign * field.part(ay, otherWidth, otherHeight));
        double alongFirst = first.runLength(p.chunk()) + p.lengthTo(k) + LocalMetric.length(py, width, height);
        double alongSecond =
                second.runLength(s.chunk()) + s.lengthTo(a) + LocalMetric.length(ay, otherWidth, otherHeight);
        length += sign * (alongSecond - alongFirst);
    }
}
