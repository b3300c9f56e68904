package org.cuntu.business.survey.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What explains new construction: how much of each changed place lies on approved land (已批建设用地). A place's area is balanced to
 * its parts by approval and the rest; where approvals overlap the earlier one in the file has the ground. The rest is explained by the
 * case or project that the later patch names in its field; without one its cause is not known.
 */
final class Causes {
    /** A place's part by cause. @param approval the feature of the approvals' layer, −1: it lies on none */
    record Part(int place, int approval, long area) {}

    /** Of places where there is no layer of approvals: each is one part on none. */
    static List<List<Part>> withoutApprovals(Flows.Places all, int[] places) {
        return IntStream.of(places)
                .mapToObj(place -> List.of(new Part(place, -1, all.area()[place])))
                .toList();
    }

    /** The case or project that the later patch of a place names; empty: none. */
    static String named(Flows.Places all, int place, Snapshot after, @Nullable String field) {
        int at = field == null ? -1 : after.schema().indexOf(field);
        int feature = all.after()[place];
        Object value = at < 0 || feature < 0 ? null : after.value(feature, at);
        return value == null ? "" : value.toString().strip();
    }

    private Causes() {}

    /**
     * @param places positions in the flows' places, those that are new construction
     * @return for each place its parts, the approvals in feature order, then what is not known
     */
    static List<List<Part>> of(Flows.Places all, int[] places, Snapshot before, Snapshot after, Snapshot approvals) {
        return IntStream.of(places)
                .parallel()
                .mapToObj(place -> parts(all, place, before, after, approvals))
                .toList();
    }

    /** The ground of a changed place. */
    static Geometry outline(Flows.Places all, int place, Snapshot before, Snapshot after) {
        if (all.after()[place] < 0) return SpecialFlows.left(before, all.before()[place], after);
        Geometry now = after.geometry(all.after()[place]);
        int then = all.before()[place];
        return then < 0 || now.isEmpty() ? now : SiteOverlay.outline(Site.of(now), before, then);
    }

    private static List<Part> parts(Flows.Places all, int place, Snapshot before, Snapshot after, Snapshot approvals) {
        long area = all.area()[place];
        FlatShape flat = after.flat(all.after()[place]);
        int[] near = approvals.find(flat.box(0), flat.box(1), flat.box(2), flat.box(3));
        if (near.length == 0) return List.of(new Part(place, -1, area));
        Geometry outline = outline(all, place, before, after);
        if (outline.isEmpty()) return List.of(new Part(place, -1, area));
        Site site = Site.of(outline);
        List<Piece> pieces = SiteOverlay.pieces(site, approvals);
        double[] sizes = new double[pieces.size() + 1];
        double left = site.integral();
        for (int i = 0; i < pieces.size(); i++) {
            sizes[i] = StrictMath.max(0, StrictMath.min(left, pieces.get(i).integral()));
            left -= sizes[i];
        }
        sizes[pieces.size()] = left;
        if (!(site.integral() > 0)) return List.of(new Part(place, -1, area));
        long[] shares = Apportionment.apportion(sizes, area);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < shares.length; i++)
            if (shares[i] > 0)
                parts.add(
                        new Part(place, i == pieces.size() ? -1 : pieces.get(i).feature(), shares[i]));
        return parts;
    }
}
