package org.cuntu.business.survey.internal;

import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.LayerMatrix;
import org.cuntu.engine.matrix.MatrixSide;
import org.cuntu.engine.matrix.PatchCut;
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
            for (int feature = 0; feature < snapshot.size(); feature++) making.add(feature);
        else
            LayerMatrix.of(
                    MatrixSide.of(snapshot),
                    MatrixSide.of(villages),
                    Effort.allCores(),
                    cut -> making.add(cut, villages, villageField));
        return making.builder.tally();
    }

    private void add(PatchCut cut, Snapshot villages, String villageField) {
        PatchBook.Areas areas = patches.areas(cut.feature());
        if (areas.area() < 0) builder.noArea();
        else add(cut.feature(), areas, VillageShares.of(cut, villages, villageField, areas));
    }

    private void add(int feature) {
        PatchBook.Areas areas = patches.areas(feature);
        if (areas.area() < 0) builder.noArea();
        else add(feature, areas, VillageShares.of(patches.village(feature), areas));
    }

    private void add(int feature, PatchBook.Areas areas, VillageShares shares) {
        if (!areas.balanced()) builder.unbalanced();
        String[] words = patches.words(feature);
        if (words[Dim.CLASS.ordinal()].isEmpty()) builder.noClass();
        for (int v = 0; v < shares.size(); v++) {
            long area = shares.area()[v];
            long deducted = shares.deducted()[v];
            if (area == 0 && shares.size() > 1) continue;
            builder.add(shares.villages()[v], words, feature, area - deducted);
            if (deducted == 0) continue;
            String[] ridge = words.clone();
            ridge[Dim.CLASS.ordinal()] = patches.deductedClass(feature);
            builder.add(shares.villages()[v], ridge, feature, deducted);
        }
    }
}
