package org.cuntu.engine.clearing;

/** What the search for a clearing move came to. */
public sealed interface Clearing {
    /**
     * The shortest move.
     *
     * @param east metres
     * @param north metres
     */
    record Found(double east, double north) implements Clearing {
        /** Metres. */
        public double distance() {
            return StrictMath.sqrt(east * east + north * north);
        }

        /** Degrees from north, clockwise, 0 up to 360; 0 for no move. */
        public double bearing() {
            double degrees = StrictMath.toDegrees(StrictMath.atan2(east, north));
            return degrees < 0 ? degrees + 360 : degrees;
        }
    }

    /** Every move up to so many metres leaves some conflict. */
    record NoneWithin(double metres) implements Clearing {}

    /** The shapes are so intricate that the search was ended. */
    record Undecided(int placesLookedAt) implements Clearing {}
}
