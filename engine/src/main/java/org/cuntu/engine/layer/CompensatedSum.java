package org.cuntu.engine.layer;

/**
 * A running sum kept as two doubles (Knuth's two-sum), so that differences of large running integrals keep every digit
 * that counts. Deterministic: the same summands in the same order give the same bits. Mutable, not thread safe.
 */
public final class CompensatedSum {
    private double high;
    private double low;

    public void reset() {
        high = 0;
        low = 0;
    }

    public void add(double summand) {
        double sum = high + summand;
        double part = sum - high;
        low += (high - (sum - part)) + (summand - part);
        high = sum;
    }

    /** Adds the product of two doubles without rounding it. */
    public void addProduct(double a, double b) {
        double product = a * b;
        add(product);
        low += Math.fma(a, b, -product);
    }

    public double high() {
        return high;
    }

    public double low() {
        return low;
    }

    public double value() {
        return high + low;
    }
}
