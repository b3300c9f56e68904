package org.cuntu.engine.matrix;

import java.util.Arrays;

/**
 * What lies on one feature of the row layer (old patch × new patch): its pieces by the column layer's features, and what is left.
 *
 * <p>F(patch) = Σ F(pieces) + rest + outside, in which {@link #rest} is the ground inside the other layer's coverage where none of
 * its chosen features is (below 0: they overlap) and {@link #outside} the ground beyond that coverage. To balance a patch to its
 * book area (contracts 3) apportion these leaves to it; what the columns then differ from the other year's book is 平差.
 *
 * <p>Pieces under {@value #TOUCH} m² only touch: they are counted in {@link #touches}, their areas are part of the rest.
 */
public final class PatchCut {
    /** Square metres; half of what two exact methods may differ by on one piece (contracts 3, witnesses). */
    public static final double TOUCH = 1e-6;

    static final int NO_TWIN = -1;

    private final int feature;
    private final double integral;
    private double inside;
    private double sum;
    private int touches;
    private int twin = NO_TWIN;
    private boolean twinAlike;
    private int size;
    private int[] others = new int[4];
    private double[] values = new double[8];

    PatchCut(int feature, double integral) {
        this.feature = feature;
        this.integral = integral;
    }

    void inside(double area) {
        inside = area;
    }

    void add(int other, double area, double perimeter) {
        if (area < TOUCH) {
            touches++;
            return;
        }
        if (size == others.length) {
            others = Arrays.copyOf(others, 2 * size);
            values = Arrays.copyOf(values, 4 * size);
        }
        others[size] = other;
        values[2 * size] = area;
        values[2 * size++ + 1] = perimeter;
        sum += area;
    }

    void twin(int other, boolean sameValues) {
        twin = other;
        twinAlike = sameValues;
    }

    /** The column layer's feature with the same ground, looked for only between two versions of a layer; or {@link #NO_TWIN}. */
    int twin() {
        return twin;
    }

    /** Whether the twin has the same values too. */
    boolean twinAlike() {
        return twinAlike;
    }

    /** The row layer's feature. */
    public int feature() {
        return feature;
    }

    /** F of the feature, m². */
    public double integral() {
        return integral;
    }

    /** F of what of it lies in the column layer's coverage, m². */
    public double inside() {
        return inside;
    }

    public double outside() {
        return integral - inside;
    }

    public double rest() {
        return inside - sum;
    }

    /** The number of pieces; they are in the order of the column layer's features. */
    public int size() {
        return size;
    }

    /** The column layer's feature of a piece. */
    public int other(int piece) {
        return others[piece];
    }

    /** F of a piece, m². */
    public double area(int piece) {
        return values[2 * piece];
    }

    /** The length of a piece's boundary, metres: for the sliver test 2·area/perimeter. */
    public double perimeter(int piece) {
        return values[2 * piece + 1];
    }

    /** How many features of the column layer it meets in nothing that could be printed. */
    public int touches() {
        return touches;
    }
}
