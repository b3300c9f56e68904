package org.cuntu.engine.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.Snapshot;

/** Looks among a patch's pieces for the feature of the earlier layer that has the same ground. Thread safe. */
final class Twins {
    private final Snapshot after;
    private final Snapshot before;
    /** Positions in the two schemas, −1 where one lacks the field. */
    private final List<int[]> fields = new ArrayList<>();

    Twins(Snapshot after, Snapshot before) {
        this.after = after;
        this.before = before;
        TreeSet<String> codes = new TreeSet<>();
        for (Field field : after.schema().fields()) codes.add(field.code());
        for (Field field : before.schema().fields()) codes.add(field.code());
        for (String code : codes)
            fields.add(new int[] {after.schema().indexOf(code), before.schema().indexOf(code)});
    }

    /** Names the patch's twin; of several, the first one with the same values. */
    void find(PatchCut cut) {
        for (int piece = 0; piece < cut.size(); piece++) {
            int other = cut.other(piece);
            if (!SameGround.same(after.flat(cut.feature()), before.flat(other))) continue;
            boolean alike = sameValues(cut.feature(), other);
            if (alike || cut.twin() == PatchCut.NO_TWIN) cut.twin(other, alike);
            if (alike) return;
        }
    }

    /** A field that one of the layers does not have counts as null there. */
    private boolean sameValues(int now, int then) {
        for (int[] at : fields) {
            Object mine = at[0] < 0 ? null : after.value(now, at[0]);
            Object theirs = at[1] < 0 ? null : before.value(then, at[1]);
            if (!Objects.equals(mine, theirs)) return false;
        }
        return true;
    }
}
