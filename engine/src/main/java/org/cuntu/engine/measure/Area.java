package org.cuntu.engine.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An area in whole hundredths of a square metre: the only unit in which areas are stored, added, compared or printed.
 *
 * <p>Sums of areas are exact. Rounding happens in {@link #ofSquareMetres(double)} alone, half up. Immutable.
 * Units: 1 hectare = 10,000 m² = 15 亩; 1 亩 = 2000/3 m².
 */
public record Area(long hundredths) implements Comparable<Area> {
    public static final Area ZERO = new Area(0);
    private static final int MAGNITUDE = 15;
    private static final int DECIMALS = 2_000;
    /** Below this many hundredths a product of doubles is right to much less than {@link #NEAR_HALF}. */
    private static final double SMALL = 1e12;

    private static final double NEAR_HALF = 1e-3;
    private static final BigDecimal HUNDREDTHS_PER_HECTARE = BigDecimal.valueOf(1_000_000);

    /** Rounds once, half up, from the exact decimal expansion of the double. */
    public static Area ofSquareMetres(double squareMetres) {
        double hundredths = 100 * squareMetres;
        double beyond = hundredths - StrictMath.floor(hundredths);
        // most are so far from the half that the rounding of the product does not matter
        if (StrictMath.abs(hundredths) < SMALL && StrictMath.abs(beyond - 0.5) > NEAR_HALF)
            return new Area((long) StrictMath.floor(hundredths + 0.5));
        return ofSquareMetres(new BigDecimal(squareMetres));
    }

    /**
     * Rounds half up to two places.
     *
     * @throws ArithmeticException beyond 10^15 m² (the earth has half of that), and for more than 2,000 decimals, before
     *     anything of that length is made
     */
    public static Area ofSquareMetres(BigDecimal squareMetres) {
        long magnitude = (long) squareMetres.precision() - squareMetres.scale();
        if (magnitude > MAGNITUDE || squareMetres.scale() > DECIMALS) throw new ArithmeticException("no area");
        return new Area(
                squareMetres.setScale(2, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    /**
     * Parses the decimal string of contracts 1, for example {@code 141022.00}.
     *
     * @throws ArithmeticException (NumberFormatException for what is no number) as above
     */
    public static Area parse(String squareMetres) {
        return ofSquareMetres(new BigDecimal(squareMetres));
    }

    public Area plus(Area other) {
        return new Area(Math.addExact(hundredths, other.hundredths));
    }

    public Area minus(Area other) {
        return new Area(Math.subtractExact(hundredths, other.hundredths));
    }

    public boolean isZero() {
        return hundredths == 0;
    }

    public boolean isPositive() {
        return hundredths > 0;
    }

    public double squareMetres() {
        return hundredths / 100.0;
    }

    /** Square metres with two places. */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(hundredths, 2);
    }

    /** Hectares (公顷), rounded half up on its own; a table that must add up apportions instead. */
    public BigDecimal hectares(int places) {
        return BigDecimal.valueOf(hundredths).divide(HUNDREDTHS_PER_HECTARE, places, RoundingMode.HALF_UP);
    }

    /** 亩 = m² × 0.0015, rounded half up. */
    public BigDecimal mu(int places) {
        return BigDecimal.valueOf(hundredths)
                .multiply(new BigDecimal("0.000015"))
                .setScale(places, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Area other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /** Plain square metres with two places, no separators: {@code 141022.00}. */
    @Override
    public String toString() {
        if (hundredths < 0) return toBigDecimal().toPlainString();
        long cents = hundredths % 100;
        return hundredths / 100 + (cents < 10 ? ".0" : ".") + cents;
    }
}
