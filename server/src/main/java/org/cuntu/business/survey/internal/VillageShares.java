package org.cuntu.business.survey.internal;

import java.util.Arrays;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.PatchCut;
import org.cuntu.engine.measure.Apportionment;

/**
 * A patch that does not say in which village it lies, balanced to its pieces by the villages' layer; the last one is ground without a
 * village.
 *
 * @param features of the villages' layer, −1 for the last
 * @param area hundredths of a square metre, of the whole patch
 * @param deducted of it
 */
record VillageShares(String[] villages, int[] features, long[] area, long[] deducted) {
    static final int NOWHERE = -1;
    private static final int VILLAGE_DIGITS = 12;

    static VillageShares of(PatchCut cut, Snapshot layer, String codeField, PatchBook.Areas areas) {
        int count = cut.size() + 1;
        String[] villages = new String[count];
        int[] features = new int[count];
        double[] sizes = new double[count];
        double rest = cut.integral();
        for (int piece = 0; piece < cut.size(); piece++) {
            Object code = layer.value(cut.other(piece), codeField);
            String text = code == null ? "" : code.toString().strip();
            villages[piece] = text.length() > VILLAGE_DIGITS ? text.substring(0, VILLAGE_DIGITS) : text;
            features[piece] = cut.other(piece);
            sizes[piece] = cut.area(piece);
            rest -= cut.area(piece);
        }
        villages[count - 1] = "";
        features[count - 1] = NOWHERE;
        sizes[count - 1] = StrictMath.max(0, rest);
        long[] whole = whole(sizes, areas.area());
        return new VillageShares(villages, features, whole, deducted(whole, areas));
    }

    /** Of a patch that lies in one village. */
    static VillageShares of(String village, PatchBook.Areas areas) {
        return new VillageShares(
                new String[] {village}, new int[] {NOWHERE}, new long[] {areas.area()}, new long[] {areas.deducted()});
    }

    int size() {
        return villages.length;
    }

    /** How many of them have any area. */
    long met() {
        return Arrays.stream(area).filter(each -> each > 0).count();
    }

    private static long[] whole(double[] sizes, long area) {
        if (Arrays.stream(sizes).sum() > 0 && sizes.length > 1) return Apportionment.apportion(sizes, area);
        long[] whole = new long[sizes.length];
        whole[sizes.length - 1] = area;
        return whole;
    }

    private static long[] deducted(long[] whole, PatchBook.Areas areas) {
        if (areas.deducted() == 0) return new long[whole.length];
        if (whole.length == 1) return new long[] {areas.deducted()};
        return Apportionment.apportion(Arrays.stream(whole).asDoubleStream().toArray(), areas.deducted());
    }
}
