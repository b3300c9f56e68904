package org.cuntu.engine.measure;

/** A length in metres on the ellipsoid or in the plane, as the method that made it says. */
public record Length(double metres) implements Comparable<Length> {
    @Override
    public int compareTo(Length other) {
        return Double.compare(metres, other.metres);
    }
}
