package org.cuntu.core.catalogue.internal;

import java.math.BigInteger;
import java.util.List;
import org.cuntu.core.catalogue.CollectionRate.Figures;
import org.cuntu.core.catalogue.CollectionRate.Item;
import org.cuntu.core.catalogue.CollectionRate.State;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/** The shares of the collection rate, by whole numbers: rounded once, half up, and 100.00 only when nothing is wanting. */
final class Rates {
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    private Rates() {}

    /** A dataset's part: its weight, and how many of its due items are collected. */
    record Weighted(int weight, long collected, long due) {}

    static Figures figures(List<Item> items, double leastScore, @Nullable Share rate) {
        long due = items.size();
        long delivered =
                items.stream().filter(item -> item.deliveredAt() != null).count();
        long onTime = items.stream().filter(Item::onTime).count();
        long passed = items.stream()
                .filter(item -> item.score() != null && item.score() >= leastScore)
                .count();
        return new Figures(
                due,
                delivered,
                onTime,
                passed,
                collected(items),
                rate,
                share(BigInteger.valueOf(onTime), BigInteger.valueOf(due)),
                share(BigInteger.valueOf(passed), BigInteger.valueOf(delivered)));
    }

    static long collected(List<Item> items) {
        return items.stream().filter(item -> item.state() == State.COLLECTED).count();
    }

    /** Σ w·c / Σ w over the datasets of which something is due; null when that is none, or their weights are all 0. */
    static @Nullable Share weighted(List<Weighted> parts) {
        List<Weighted> due = parts.stream().filter(part -> part.due > 0).toList();
        BigInteger common = BigInteger.ONE;
        for (Weighted part : due) common = lcm(common, BigInteger.valueOf(part.due));
        BigInteger sum = BigInteger.ZERO;
        BigInteger weights = BigInteger.ZERO;
        for (Weighted part : due) {
            BigInteger weight = BigInteger.valueOf(part.weight);
            sum = sum.add(weight.multiply(BigInteger.valueOf(part.collected))
                    .multiply(common.divide(BigInteger.valueOf(part.due))));
            weights = weights.add(weight);
        }
        return share(sum, weights.multiply(common));
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    static @Nullable Share share(BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) return null;
        BigInteger two = BigInteger.TWO;
        int rounded = part.multiply(WHOLE)
                .multiply(two)
                .add(whole)
                .divide(whole.multiply(two))
                .intValueExact();
        boolean wanting = part.compareTo(whole) < 0;
        return new Share(wanting ? Math.min(rounded, 9_999) : rounded);
    }
}
