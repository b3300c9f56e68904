package org.cuntu.bench.row;

import java.util.List;

/**
 * How much is measured.
 *
 * @param patches survey patches of the main ground
 * @param sites how many sites
 * @param rounds alternating rounds of a row
 * @param matrixRounds rounds of layer against layer
 * @param witnessed sites whose every piece is compared and outline checked
 * @param detail share of the red lines' vertices
 * @param tiles tiles a side at zooms 12, 13, 14 and 15
 * @param growth patches of the grounds of the growth rows, ascending, the main ground among them or not
 */
public record Plan(
        int patches,
        int sites,
        int rounds,
        int matrixRounds,
        int witnessed,
        double detail,
        List<Integer> tiles,
        List<Integer> growth) {
    /** 100,000 patches, five minutes. */
    public static final Plan USUAL =
            new Plan(100_000, 1_000, 3, 3, 150, 1, List.of(2, 3, 6, 12), List.of(100_000, 1_000_000));

    /** A million patches, ninety minutes at most. */
    public static final Plan FULL =
            new Plan(1_000_000, 1_000, 5, 3, 200, 1, List.of(3, 6, 12, 24), List.of(100_000, 1_000_000, 5_000_000));

    /** A second or two: whether it all works. */
    public static final Plan TINY = new Plan(1_000, 10, 2, 2, 10, 0.005, List.of(1, 1, 1, 2), List.of(500, 1_000));

    /** In words: 100k, 1M. */
    static String inWords(int count) {
        if (count >= 1_000_000) return count / 1_000_000 + "M";
        return count >= 1_000 ? count / 1_000 + "k" : String.valueOf(count);
    }
}
