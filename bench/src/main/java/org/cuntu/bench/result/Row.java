package org.cuntu.bench.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the result.
 *
 * @param name what was asked
 * @param size of what
 * @param unit of ours and the peer's figures
 * @param peerName null when ours stands alone
 * @param ratio how many times as good as the peer, or how many times the peer's figure where that is asked: the middle is
 *     the median of the rounds' ratios
 * @param agrees whether the answers agree by contracts 3; true when there is nothing to compare
 * @param load the highest load average of the rounds
 */
public record Row(
        String name,
        String size,
        String unit,
        Spread ours,
        @Nullable String peerName,
        @Nullable Spread peer,
        @Nullable Spread ratio,
        Goal goal,
        boolean agrees,
        double load) {
    /** How a round's ratio is made of ours and theirs. */
    public enum Ratio {
        /** Times: theirs by ours. */
        LOWER_IS_BETTER,
        /** Rates: ours by theirs. */
        HIGHER_IS_BETTER,
        /** How many times the other: ours by theirs. */
        OURS_BY_THEIRS
    }

    /** A row out of rounds, of which figure {@code index} is taken. */
    public static Row of(
            String name,
            String size,
            String unit,
            String peer,
            List<Round> rounds,
            int index,
            Ratio ratio,
            Goal goal,
            boolean agrees) {
        double[] ours = rounds.stream().mapToDouble(r -> r.ours()[index]).toArray();
        double[] theirs = rounds.stream().mapToDouble(r -> r.theirs()[index]).toArray();
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ours.length; i++)
            ratios[i] = ratio == Ratio.LOWER_IS_BETTER ? theirs[i] / ours[i] : ours[i] / theirs[i];
        double load = rounds.stream().mapToDouble(Round::load).max().orElse(0);
        return new Row(
                name, size, unit, Spread.of(ours), peer, Spread.of(theirs), Spread.of(ratios), goal, agrees, load);
    }

    /** A row without a peer. */
    public static Row alone(String name, String size, String unit, double[] ours, Goal goal, double load) {
        return new Row(name, size, unit, Spread.of(ours), null, null, null, goal, true, load);
    }

    /** The figure that the goal is about. */
    public double judged() {
        return goal.judged() == Goal.Judged.RATIO && ratio != null ? ratio.median() : ours.median();
    }

    public boolean reachesMust() {
        return goal.holds(judged(), goal.must());
    }

    public boolean reachesAim() {
        return goal.holds(judged(), goal.aim());
    }
}
