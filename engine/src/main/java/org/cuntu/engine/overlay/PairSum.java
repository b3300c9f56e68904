package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.References;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.measure.FieldIntegral;

/**
 * The values of {@link ShapePair} and {@link PairCut}: what crossings and rings add to the area and the perimeter of the common part.
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
    private double width;
    private double height;
    private double otherStart;
    private double otherWidth;
    private double otherHeight;

    void clear() {
        sum.reset();
        length = 0;
        crossings = 0;
    }

    void start(FlatShape of, FlatShape with) {
        clear();
        first = of.shapes();
        second = with.shapes();
        int reference = second.reference(with.shape());
        field = References.at(reference);
        shift = References.shift(first.reference(of.shape()), reference);
    }

    /** F of the common part, m². */
    double integral() {
        return sum.value();
    }

    double length() {
        return length;
    }

    int crossings() {
        return crossings;
    }

    /** Adds a ring's totals as often as the other shape winds round its first point. */
    void addRing(Shapes shapes, int ring, int times) {
        sum.add(times * shapes.ringHigh(ring));
        sum.add(times * shapes.ringLow(ring));
        length += times * shapes.ringLength(ring);
    }

    /** Adds the crossing of edge k of the first shape's chunk with edge a of the second's; the sign is +1 where the first enters. */
    void addCrossing(int sign, LoadedChunk p, int k, LoadedChunk s, int a) {
        step(p, k, s.x[a], s.y[a], s.x[a + 1], s.y[a + 1]);
        int chunk = s.chunk();
        double rest = s.integralTo(a, field);
        add(sign, p, k, second.runHigh(chunk), second.runLow(chunk), rest, second.runLength(chunk) + s.lengthTo(a));
    }

    /** Adds the crossing of edge k of the first shape's chunk with the edge of a site that starts at a point. */
    void addCrossing(int sign, LoadedChunk p, int k, Site site, int point) {
        HeapShapes shapes = site.shapes();
        step(p, k, shapes.x(point), shapes.y(point), shapes.x(point + 1), shapes.y(point + 1));
        add(sign, p, k, site.runHigh(point), site.runLow(point), 0, site.runLength(point));
    }

    /** Finds the crossing of edge k with the edge from a to b: how far it is from the start of each. */
    private void step(LoadedChunk p, int k, double ax, double ay, double bx, double by) {
        double px = p.x[k];
        double py = p.y[k];
        double fromP = Side.value(ax, ay, bx, by, px, py);
        double fromQ = Side.value(ax, ay, bx, by, p.x[k + 1], p.y[k + 1]);
        double t = fromP / (fromP - fromQ);
        if (!(t > 0)) t = 0;
        if (t > 1) t = 1;
        width = t * (p.x[k + 1] - px);
        height = t * (p.y[k + 1] - py);
        otherStart = ay;
        otherWidth = (px - ax) + width;
        otherHeight = (py - ay) + height;
    }

    /**
     * Takes off what the first boundary adds up to the crossing and adds what the second does, or the other way round.
     *
     * @param high and low and rest: the second's running integral at the start of its edge
     * @param along its running length there
     */
    private void add(int sign, LoadedChunk p, int k, double high, double low, double rest, double along) {
        crossings++;
        sum.add(-sign * first.runHigh(p.chunk()));
        sum.add(-sign * first.runLow(p.chunk()));
        sum.addProduct(-sign * shift, p.widthSoFar());
        sum.add(-sign * p.integralTo(k, field));
        sum.add(-sign * field.part(p.y[k], width, height));
        sum.add(sign * high);
        sum.add(sign * low);
        sum.add(sign * rest);
        sum.add(sign * field.part(otherStart, otherWidth, otherHeight));
        double alongFirst = first.runLength(p.chunk()) + p.lengthTo(k) + LocalMetric.length(p.y[k], width, height);
        double alongSecond = along + LocalMetric.length(otherStart, otherWidth, otherHeight);
        length += sign * (alongSecond - alongFirst);
    }
}
