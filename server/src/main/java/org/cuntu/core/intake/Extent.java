package org.cuntu.core.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.util.Objects;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.measure.Area;

/**
 * What features come to, by what they are made of: the area of patches in whole 0.01 m², the length of lines in whole 0.01 m, the
 * number of points. Sums are exact; two of another kind never combine: that throws. Immutable.
 *
 * @param of what is measured; areas when nothing says it: so it was stored before lines and points were measured
 * @param steps 0.01 m², 0.01 m, or points
 */
public record Extent(Dimension of, @JsonAlias("hundredths") long steps) {
    public Extent {
        of = Objects.requireNonNullElse(of, Dimension.AREA);
    }

    public static Extent none(Dimension of) {
        return new Extent(of, 0);
    }

    /**
     * Rounds once, half up.
     *
     * @param measured m² of F, metres, or points
     */
    public static Extent of(Dimension of, double measured) {
        return new Extent(
                of,
                of == Dimension.POINT
                        ? StrictMath.round(measured)
                        : Area.ofSquareMetres(measured).hundredths());
    }

    public Extent plus(Extent other) {
        return new Extent(same(other), Math.addExact(steps, other.steps));
    }

    public Extent minus(Extent other) {
        return new Extent(same(other), Math.subtractExact(steps, other.steps));
    }

    private Dimension same(Extent other) {
        if (other.of != of) throw new IllegalArgumentException(of + " and " + other.of);
        return of;
    }

    /** Square metres or metres with two places, without separators; points as a whole number. */
    @Override
    public String toString() {
        return of == Dimension.POINT
                ? Long.toString(steps)
                : BigDecimal.valueOf(steps, 2).toPlainString();
    }
}
