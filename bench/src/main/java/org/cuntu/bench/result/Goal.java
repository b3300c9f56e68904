package org.cuntu.bench.result;

/**
 * What the row must reach, and what it aims at.
 *
 * @param must done when this is reached
 * @param aim the figure that was thought possible
 * @param sense which side of the figures is good
 * @param judged which figure is compared
 */
public record Goal(double must, double aim, Sense sense, Judged judged) {
    /** At least, or at most. */
    public enum Sense {
        AT_LEAST,
        AT_MOST
    }

    /** The ratio, or the median of ours. */
    public enum Judged {
        RATIO,
        OURS
    }

    /** So many times as fast as the peer. */
    public static Goal times(double must, double aim) {
        return new Goal(must, aim, Sense.AT_LEAST, Judged.RATIO);
    }

    /** At most so many times the other figure. */
    public static Goal atMostTimes(double must, double aim) {
        return new Goal(must, aim, Sense.AT_MOST, Judged.RATIO);
    }

    /** At least so much. */
    public static Goal atLeast(double must, double aim) {
        return new Goal(must, aim, Sense.AT_LEAST, Judged.OURS);
    }

    /** At most so much. */
    public static Goal atMost(double must, double aim) {
        return new Goal(must, aim, Sense.AT_MOST, Judged.OURS);
    }

    /** Whether a figure is as good as the bound. */
    public boolean holds(double figure, double bound) {
        return sense == Sense.AT_LEAST ? figure >= bound : figure <= bound;
    }
}
