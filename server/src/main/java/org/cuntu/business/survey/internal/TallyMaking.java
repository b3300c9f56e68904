package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.PatchCut;
import org.cuntu.engine.measure.Apportionment;
import org.jspecify.annotations.Nullable;

/**
 * Counts a version of a survey in one pass. The class area is in its class and the deducted area in the deducted one (田坎), so that a
 * cropland patch is in two entries (handbook survey database 2.3, area computation 3.5). Where the layer does not say in which village
 * a patch lies, the patch's area is balanced to its pieces by the villages' layer.
 */
final class TallyMaking {
    private final PatchBook patches;
    private final TallyBuilder builder = new TallyBuilder();

    private TallyMaking(PatchBook patches) {
        this.patches = patches;
    }

    /**
     * @param villages the villages' layer, asked only where the survey has no field of its own; null: the ground has no village
     * @param villageField its field with the code
     */
    static Tally of(Snapshot snapshot, SurveyLayer layer, @Nullable Snapshot villages, String villageField) {
        TallyMaking making = new TallyMaking(new PatchBook(snapshot, layer));
        if (layer.divisionField() != null || villages == null)
            for (int feature = 0; feature < snapshot.size(); feature++)
                making.add(feature, List.of(making.patches.village(feature)), new double[] {1});
        else
            LayerMatrix.of(
                    MatrixSide.of(snapshot),
                    MatrixSide.of(villages),
                    Effort.allCores(),
                    cut -> making.add(cut, villages, villageField));
        return making.builder.tally();
    }

    private void add(PatchCut cut, Snapshot villages, String villageField) {
        List<String> names = new ArrayList<>();
        double[] sizes = new double[cut.size() + 1];
        double rest = cut.integral();
        for (int piece = 0; piece < cut.size(); piece++) {
            Object code = villages.value(cut.other(piece), villageField);
            String text = code == null ? "" : code.toString().strip();
            names.add(text.length() > 12 ? text.substring(0, 12) : text);
            sizes[piece] = cut.area(piece);
            rest -= cut.area(piece);
        }
        names.add("");
        sizes[cut.size()] = StrictMath.max(0, rest);
        add(cut.feature(), names, sizes);
    }

    private void add(int feature, List<String> villages, double[] sizes) {
        PatchBook.Areas areas = patches.areas(feature);
        if (areas.area() < 0) {
            builder.noArea();
            return;
        }
        if (!areas.balanced()) builder.unbalanced();
        String[] words = patches.words(feature);
        if (words[Dim.CLASS.ordinal()].isEmpty()) builder.noClass();
        long[] whole = whole(sizes, areas.area());
        long[] deducted = deducted(whole, areas);
        for (int v = 0; v < whole.length; v++) {
            if (whole[v] == 0 && whole.length > 1) continue;
            builder.add(villages.get(v), words, feature, whole[v] - deducted[v]);
            if (deducted[v] == 0) continue;
            String[] ridge = words.clone();
            ridge[Dim.CLASS.ordinal()] = patches.deductedClass(feature);
            builder.add(villages.get(v), ridge, feature, deducted[v]);
        }
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
