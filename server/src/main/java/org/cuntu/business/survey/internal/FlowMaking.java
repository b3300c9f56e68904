package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.concurrent.CancellationException;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.PatchCut;
import org.cuntu.engine.matrix.StandingGround;
import org.cuntu.engine.measure.Apportionment;

/**
 * Sets two versions of a survey against each other (contracts 3): the leaves are earlier patch × later patch by F, balanced within
 * each later patch to its book area. Patches on the same ground need no cutting; the others are cut with those earlier ones that are
 * nobody's twin. Then the deducted area (田坎) of the later patch is divided among its leaves, and that of the earlier one counts in
 * proportion; what is deducted in both stays with the ridges, so that an unchanged patch flows nowhere (ADR 0040).
 */
final class FlowMaking {
    /** What earlier patches may overlap by within a later one: 1 m² and 1e-6 of it (contracts 3). */
    private static final double OVERLAP = 1;

    private static final double OVERLAP_PART = 1e-6;

    /** Square metres of an earlier patch that are nothing: half a hundredth. */
    static final double TOUCH = 0.005;

    private final PatchBook before;
    private final PatchBook after;
    private final FlowBuilder builder = new FlowBuilder();

    FlowMaking(Snapshot before, Snapshot after, SurveyLayer layer) {
        this.before = new PatchBook(before, layer);
        this.after = new PatchBook(after, layer);
    }

    /** @throws CancellationException when the effort's watch has it stopped */
    static Flows of(Snapshot before, Snapshot after, SurveyLayer layer, Effort effort) {
        FlowMaking making = new FlowMaking(before, after, layer);
        int[] twins = StandingGround.of(before, after);
        boolean[] taken = new boolean[before.size()];
        for (int feature = 0; feature < twins.length; feature++) {
            if (twins[feature] == StandingGround.NONE) continue;
            taken[twins[feature]] = true;
            making.add(feature, new int[] {twins[feature]}, new double[] {1});
        }
        FeatureFilter cut = (snapshot, feature) -> twins[feature] == StandingGround.NONE;
        FeatureFilter free = (snapshot, feature) -> !taken[feature];
        LayerMatrix.of(MatrixSide.of(after).where(cut), MatrixSide.of(before).where(free), effort, making::add);
        return making.flows();
    }

    Flows flows() {
        return builder.flows();
    }

    private void add(PatchCut cut) {
        int[] others = new int[cut.size() + 1];
        double[] sizes = new double[cut.size() + 1];
        double rest = cut.integral();
        for (int piece = 0; piece < cut.size(); piece++) {
            others[piece] = cut.other(piece);
            sizes[piece] = cut.area(piece);
            rest -= cut.area(piece);
        }
        others[cut.size()] = StandingGround.NONE;
        sizes[cut.size()] = StrictMath.max(0, rest);
        if (-rest > StrictMath.min(OVERLAP, OVERLAP_PART * cut.integral()) && -rest > PatchCut.TOUCH) builder.overlap();
        add(cut.feature(), others, sizes);
    }

    /** @param others the earlier features, in the order of the file, −1 for ground without one */
    private void add(int feature, int[] others, double[] sizes) {
        PatchBook.Areas areas = after.areas(feature);
        if (areas.area() > 0) add(feature, after.village(feature), areas.area(), areas.deducted(), others, sizes);
    }

    /** The part of a later patch that lies in one village. */
    void add(int feature, String village, long area, long ridge, int[] others, double[] sizes) {
        boolean one = others.length == 1 || sum(sizes) == 0;
        long[] leaves = one ? new long[] {area} : Apportionment.apportion(sizes, area);
        long[] deducted = new long[leaves.length];
        if (ridge > 0) {
            double[] shares = new double[leaves.length];
            for (int i = 0; i < shares.length; i++) shares[i] = leaves[i];
            deducted = one ? new long[] {ridge} : Apportionment.apportion(shares, ridge);
        }
        String to = after.word(Dim.CLASS, feature);
        for (int i = 0; i < leaves.length; i++)
            if (leaves[i] > 0) leaf(village, to, feature, others[i], leaves[i], deducted[i]);
    }

    private static double sum(double[] sizes) {
        double sum = 0;
        for (double size : sizes) sum += size;
        return sum;
    }

    private void leaf(String village, String to, int feature, int other, long leaf, long ridgeNow) {
        String ridgeClass = after.deductedClass(feature);
        if (other == StandingGround.NONE) {
            builder.add(village, Flows.NOTHING, to, other, feature, leaf - ridgeNow);
            builder.add(village, Flows.NOTHING, ridgeClass, other, feature, ridgeNow);
            return;
        }
        PatchBook.Areas then = before.areas(other);
        String from = before.word(Dim.CLASS, other);
        long ridgeThen = share(then, leaf);
        builder.add(village, from, to, other, feature, leaf - Math.max(ridgeThen, ridgeNow));
        builder.add(village, before.deductedClass(other), ridgeClass, other, feature, Math.min(ridgeThen, ridgeNow));
        if (ridgeThen > ridgeNow)
            builder.add(village, before.deductedClass(other), to, other, feature, ridgeThen - ridgeNow);
        else builder.add(village, from, ridgeClass, other, feature, ridgeNow - ridgeThen);
    }

    /** Ground of an earlier patch on which no later one is. */
    void gone(int feature, String village, long area) {
        PatchBook.Areas then = before.areas(feature);
        long ridge = share(then, area);
        String from = before.word(Dim.CLASS, feature);
        builder.add(village, from, Flows.NOTHING, feature, StandingGround.NONE, area - ridge);
        builder.add(village, before.deductedClass(feature), Flows.NOTHING, feature, StandingGround.NONE, ridge);
    }

    /** The deducted part of a leaf, in the proportion of the earlier patch, rounded half up. */
    private static long share(PatchBook.Areas then, long leaf) {
        if (then.deducted() == 0 || then.area() <= 0) return 0;
        if (leaf == then.area()) return then.deducted();
        return BigDecimal.valueOf(leaf)
                .multiply(BigDecimal.valueOf(then.deducted()))
                .divide(BigDecimal.valueOf(then.area()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
