package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Geometry;

/**
 * A site meets a layer. All functions are pure: the same site and snapshot give the same bits, on any thread.
 *
 * <p>Areas are F (contracts 3), each piece within 1e-9·A + 2e-6 m² of what any exact method gives; {@code PairCut} says how.
 */
public final class SiteOverlay {
    private SiteOverlay() {}

    /**
     * Which parts of a layer lie in the site: every feature that has a point in common with it, in feature order, those that
     * only touch with an integral of about 0; and how much of the site lies in the layer's coverage.
     */
    public static LayerCut cut(Site site, Snapshot snapshot) {
        return cut(site, snapshot, (piece, outline) -> {});
    }

    /** As {@link #cut(Site, Snapshot)}, and gives each piece with its outline: in half the time of asking for the outlines later. */
    public static LayerCut cut(Site site, Snapshot snapshot, EachPiece each) {
        DefectsMet.requireAreas(snapshot);
        double inside = site.inside(snapshot);
        List<Piece> pieces = pieces(site, snapshot, each);
        double sum = 0;
        for (Piece piece : pieces) sum += piece.integral();
        boolean mayOverlap = snapshot.schema().kind() == LayerKind.OVERLAPPING && pieces.size() > 1;
        double union = mayOverlap ? Union.integral(site, snapshot, pieces) : sum;
        return new LayerCut(site.integral(), inside, pieces, union, DefectsMet.of(site, snapshot));
    }

    /** F(S ∩ C) alone, m², with C the snapshot's coverage: for how much of the site the layer answers. */
    public static double inside(Site site, Snapshot snapshot) {
        return site.inside(snapshot);
    }

    /** The outline of S ∩ C, as {@link #outline} of a piece: of the ground that {@link #inside} measures. */
    public static Geometry insideOutline(Site site, Snapshot snapshot) {
        return site.with(knife -> {
            knife.pair.cut(snapshot.flatCoverage());
            return knife.outline();
        });
    }

    /** The pieces of {@link #cut} alone, where nobody asks for coverage and union: for a site that meets very many features. */
    public static List<Piece> pieces(Site site, Snapshot snapshot) {
        return pieces(site, snapshot, (piece, outline) -> {});
    }

    /** Those of {@link #pieces(Site, Snapshot)} that are of these features, in their order. */
    public static List<Piece> pieces(Site site, Snapshot snapshot, int[] features) {
        return pieces(site, snapshot, features, (piece, outline) -> {});
    }

    private static List<Piece> pieces(Site site, Snapshot snapshot, EachPiece each) {
        return pieces(site, snapshot, snapshot.find(site.west(), site.south(), site.east(), site.north()), each);
    }

    private static List<Piece> pieces(Site site, Snapshot snapshot, int[] features, EachPiece each) {
        return site.with(knife -> {
            PairCut pair = knife.pair;
            List<Piece> pieces = new ArrayList<>();
            for (int feature : features) {
                pair.cut(snapshot.flat(feature));
                if (!pair.meets()) continue;
                Piece piece = new Piece(feature, pair.integral(), pair.perimeter());
                pieces.add(piece);
                each.take(piece, knife::outline);
            }
            return pieces;
        });
    }

    /** F of what these features occupy in the site together, each place counted once, m². */
    public static double union(Site site, Snapshot snapshot, int[] features) {
        List<Piece> pieces = site.with(knife -> {
            List<Piece> cut = new ArrayList<>();
            for (int feature : features) {
                knife.pair.cut(snapshot.flat(feature));
                cut.add(new Piece(feature, knife.pair.integral(), knife.pair.perimeter()));
            }
            return cut;
        });
        return Union.integral(site, snapshot, pieces);
    }

    /**
     * The outline of the part of one feature that lies in the site, EPSG:4490: a valid polygon or multipolygon, empty when they
     * only touch or do not meet; as large as the piece within 1e-9·A + 2e-6 m² ({@code Outline}).
     */
    public static Geometry outline(Site site, Snapshot snapshot, int feature) {
        return site.with(knife -> {
            knife.pair.cut(snapshot.flat(feature));
            return knife.outline();
        });
    }

    /**
     * The part of one feature that lies in the site, as a site of its own: two layers are cut with one another by cutting it
     * with the second. Empty when they have no ground in common. Its new corners lie within 1e-13° of where the edges cross,
     * so that F of what is cut of it differs from F of the three shapes' common ground by at most 1e-9·A + 1e-5 m².
     */
    public static Optional<Site> part(Site site, Snapshot snapshot, int feature) {
        Geometry outline = outline(site, snapshot, feature);
        return outline.isEmpty() ? Optional.empty() : Optional.of(Site.of(outline));
    }

    /**
     * The shortest way in metres from the site to any feature: 0 when one meets it, empty when none is within the limit. By
     * the metric of the ellipsoid at the site's latitude, right to a part in a thousand up to ten kilometres.
     */
    public static OptionalDouble distance(Site site, Snapshot snapshot, double maxMetres) {
        Distance distance = new Distance(site);
        double[] box = distance.boxAround(maxMetres);
        double best = Double.POSITIVE_INFINITY;
        for (int feature : snapshot.find(box[0], box[1], box[2], box[3])) {
            best = StrictMath.min(best, distance.to(snapshot.flat(feature), StrictMath.min(best, maxMetres)));
            if (best == 0) break;
        }
        return best <= maxMetres ? OptionalDouble.of(best) : OptionalDouble.empty();
    }

    /** Every feature within a distance of the site, in feature order; distances as {@link #distance}. */
    public static List<Near> near(Site site, Snapshot snapshot, double maxMetres) {
        Distance distance = new Distance(site);
        double[] box = distance.boxAround(maxMetres);
        List<Near> near = new ArrayList<>();
        for (int feature : snapshot.find(box[0], box[1], box[2], box[3])) {
            double metres = distance.to(snapshot.flat(feature), maxMetres);
            if (metres <= maxMetres) near.add(new Near(feature, metres));
        }
        return near;
    }
}
