package org.cuntu.engine.matrix;

import java.util.function.Consumer;
import org.cuntu.engine.layer.CompensatedSum;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;

/** Counts what changed while the patches of the later version come by in their order. */
final class DifferenceCount {
    /** What pieces leave of a feature by rounding alone, as a part of it. */
    private static final double ROUNDING = 1e-12;

    private final Snapshot before;
    private final Groups afterValues;
    private final Groups beforeValues;
    private final Consumer<? super ChangedPlace> places;
    private final @Nullable CompensatedSum[] left;
    private final Count unchanged = new Count();
    private final Count otherValues = new Count();
    private final Count otherGround = new Count();
    private final Count appeared = new Count();
    private final CompensatedSum changedArea = new CompensatedSum();
    private final CompensatedSum appearedArea = new CompensatedSum();

    private static final class Count {
        private long features;
        private final CompensatedSum area = new CompensatedSum();

        void add(double integral) {
            features++;
            area.add(integral);
        }

        Difference.Tally tally() {
            return new Difference.Tally(features, area.value());
        }
    }

    /** @param afterValues and beforeValues group the features by the compared values */
    DifferenceCount(Snapshot before, Groups afterValues, Groups beforeValues, Consumer<? super ChangedPlace> places) {
        this.before = before;
        this.afterValues = afterValues;
        this.beforeValues = beforeValues;
        this.places = places;
        left = new @Nullable CompensatedSum[before.size()];
    }

    void add(PatchCut cut) {
        count(cut).add(cut.integral());
        CompensatedSum bare = new CompensatedSum();
        bare.add(cut.integral());
        for (int piece = 0; piece < cut.size(); piece++) {
            bare.add(-cut.area(piece));
            piece(cut, piece);
        }
        if (isGround(bare.value(), cut.integral())) {
            appearedArea.add(bare.value());
            places.accept(new ChangedPlace(ChangedPlace.NONE, cut.feature(), bare.value(), 0));
        }
    }

    private Count count(PatchCut cut) {
        if (cut.twin() != PatchCut.NO_TWIN) return cut.twinAlike() ? unchanged : otherValues;
        return cut.size() > 0 ? otherGround : appeared;
    }

    private void piece(PatchCut cut, int piece) {
        int then = cut.other(piece);
        if (left[then] == null) left[then] = new CompensatedSum();
        left[then].add(-cut.area(piece));
        GroupKey now = afterValues.key(afterValues.of(cut.feature()));
        if (now.equals(beforeValues.key(beforeValues.of(then)))) return;
        changedArea.add(cut.area(piece));
        places.accept(new ChangedPlace(then, cut.feature(), cut.area(piece), cut.perimeter(piece)));
    }

    /** Goes through the earlier features for ground that has none now. */
    Difference finish(Matrix matrix) {
        Count gone = new Count();
        CompensatedSum disappearedArea = new CompensatedSum();
        for (int feature = 0; feature < left.length; feature++) {
            if (!beforeValues.has(feature)) continue;
            double area = before.integral(feature);
            CompensatedSum bare = left[feature];
            if (bare == null) {
                gone.add(area);
                bare = new CompensatedSum();
            }
            bare.add(area);
            if (!isGround(bare.value(), area)) continue;
            disappearedArea.add(bare.value());
            places.accept(new ChangedPlace(feature, ChangedPlace.NONE, bare.value(), 0));
        }
        return new Difference(
                matrix,
                unchanged.tally(),
                otherValues.tally(),
                otherGround.tally(),
                appeared.tally(),
                gone.tally(),
                changedArea.value(),
                appearedArea.value(),
                disappearedArea.value());
    }

    private static boolean isGround(double area, double of) {
        return area >= PatchCut.TOUCH + ROUNDING * of;
    }
}
