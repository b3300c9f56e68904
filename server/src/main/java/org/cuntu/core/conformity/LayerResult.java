package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/**
 * One layer's answer.
 *
 * @param reason why it does not answer; null when it does
 * @param area of the pieces; for an overlapping layer what is occupied, counted once
 * @param leaves in plot and feature order
 * @param touches features that only meet the site's boundary (相邻)
 * @param slivers how many leaves are slivers, and their area
 * @param sliversSeen whether rules see them all the same
 * @param scaled whether the leaves add up to the site; not after a fault, and not for an overlapping layer
 */
public record LayerResult(
        LayerEntry entry,
        @Nullable SnapshotRef snapshot,
        LayerAnswer answer,
        @Nullable NotAnsweredReason reason,
        Area area,
        Share share,
        List<Leaf> leaves,
        List<Touch> touches,
        Slivers slivers,
        boolean sliversSeen,
        boolean scaled) {
    /** A feature whose piece is 0.00 m². */
    public record Touch(int plot, int feature) {}

    public record Slivers(int count, Area area) {}

    public LayerResult {
        leaves = List.copyOf(leaves);
        touches = List.copyOf(touches);
    }

    public boolean isAnswered() {
        return answer != LayerAnswer.NOT_ANSWERED;
    }

    /** Whether rules see this leaf. */
    public boolean sees(Leaf leaf) {
        return leaf.kind() != Leaf.Kind.OUTSIDE_COVERAGE && (sliversSeen || !leaf.sliver());
    }
}
