package org.cuntu.core.conformity.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.Deduction;
import org.cuntu.engine.measure.Share;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.jspecify.annotations.Nullable;

/**
 * The leaves of one layer (contracts 3): each plot is cut, its pieces and the two computed leaves are apportioned to the
 * plot's LegalArea, slivers and touches are told apart, and the layer answers.
 *
 * <p>A rest has no outline of its own; it is a sliver when its area alone is below the layer's limit. A rest below zero
 * is scaled away up to the smaller of 1 m² and 1e-6·F(S).
 */
public final class LayerLeaves {
    private static final double GAP = 0.01;
    private static final double OVERLAP = 1.0;
    private static final double OVERLAP_SHARE = 1e-6;
    /** Slivers of one layer above this together are seen by rules, in 0.01 m². */
    private static final long SLIVERS_SEEN = 100_00;

    private final LayerEntry entry;
    private final ReviewInput input;
    private final Snapshot snapshot;
    private FieldValues.@Nullable Codes codes;
    private final List<Part> parts = new ArrayList<>();
    private final List<LayerResult.Touch> touches = new ArrayList<>();
    private final List<ReviewResult.Note> notes = new ArrayList<>();
    private boolean fault;
    private boolean scaled = true;
    private Area union = Area.ZERO;

    /** A leaf before hectares and shares are known. */
    record Part(
            int plot,
            Leaf.Kind kind,
            int feature,
            Area area,
            Area ridge,
            double perimeter,
            boolean sliver,
            Map<String, @Nullable Object> fields) {}

    /** The answer, and what the reader must be told of it. */
    public record Outcome(LayerResult result, List<ReviewResult.Note> notes) {}

    private LayerLeaves(LayerEntry entry, ReviewInput input, Snapshot snapshot) {
        this.entry = entry;
        this.input = input;
        this.snapshot = snapshot;
    }

    /**
     * Asks one layer of the baseline. A missing snapshot cannot be asked; a stale one says only that the whole site lies
     * outside its coverage, which no newer text of it would change.
     */
    public static Outcome of(Baseline.Layer layer, ReviewInput input, List<Cutter.Plot> plots) {
        Snapshot snapshot = input.snapshots().get(layer.entry().code());
        NotAnsweredReason reason = layer.reason();
        if (reason == null && layer.snapshot() == null) reason = NotAnsweredReason.NO_SNAPSHOT;
        if (reason == null && snapshot == null) reason = NotAnsweredReason.FAULT;
        boolean stale = reason == NotAnsweredReason.STALE && snapshot != null;
        if (snapshot == null || reason != null && !stale) return silent(layer, reason);
        Outcome outcome = asked(layer, input, plots, snapshot);
        return stale && outcome.result().reason() != NotAnsweredReason.OUTSIDE_COVERAGE
                ? silent(layer, reason)
                : outcome;
    }

    private static Outcome asked(Baseline.Layer layer, ReviewInput input, List<Cutter.Plot> plots, Snapshot snapshot) {
        LayerLeaves leaves = new LayerLeaves(layer.entry(), input, snapshot);
        for (int i = 0; i < plots.size(); i++)
            leaves.add(i, input.plots().get(i).legal().value(), plots.get(i).cut(snapshot));
        return leaves.outcome(layer);
    }

    private static Outcome silent(Baseline.Layer layer, @Nullable NotAnsweredReason reason) {
        return new Outcome(
                new LayerResult(
                        layer.entry(),
                        layer.snapshot(),
                        LayerAnswer.NOT_ANSWERED,
                        reason,
                        Area.ZERO,
                        Share.ZERO,
                        List.of(),
                        List.of(),
                        new LayerResult.Slivers(0, Area.ZERO),
                        false,
                        false),
                List.of());
    }

    private void add(int plot, Area legal, LayerCut cut) {
        if (!cut.defects().isEmpty()) {
            fault = true;
            note("defect", plot, Area.ZERO);
        }
        if (entry.schema().kind() == LayerKind.OVERLAPPING) addOverlapping(plot, legal, cut);
        else addDisjoint(plot, legal, cut);
    }

    private void addDisjoint(int plot, Area legal, LayerCut cut) {
        double rest = cut.rest();
        double allowed = StrictMath.min(OVERLAP, OVERLAP_SHARE * cut.site());
        if (rest < -StrictMath.max(allowed, 0.005)) {
            fault = true;
            scaled = false;
            note("overlap", plot, Area.ofSquareMetres(-rest));
            for (Piece piece : cut.pieces()) addPiece(plot, piece, Area.ofSquareMetres(floor(piece.integral())));
            addComputed(plot, Leaf.Kind.OUTSIDE_COVERAGE, Area.ofSquareMetres(floor(cut.outside())));
            return;
        }
        if (rest < -0.005) note("overlap-scaled", plot, Area.ofSquareMetres(-rest));
        int n = cut.pieces().size();
        double[] sizes = new double[n + 2];
        for (int i = 0; i < n; i++) sizes[i] = floor(cut.pieces().get(i).integral());
        sizes[n] = floor(rest);
        sizes[n + 1] = floor(cut.outside());
        List<Area> areas = Apportionment.areas(sizes, legal);
        for (int i = 0; i < n; i++) addPiece(plot, cut.pieces().get(i), areas.get(i));
        if (entry.schema().kind() == LayerKind.COVERAGE && rest > GAP) {
            fault = true;
            note("gap", plot, Area.ofSquareMetres(rest));
        }
        addComputed(plot, Leaf.Kind.REST, areas.get(n));
        addComputed(plot, Leaf.Kind.OUTSIDE_COVERAGE, areas.get(n + 1));
    }

    private void addOverlapping(int plot, Area legal, LayerCut cut) {
        scaled = false;
        for (Piece piece : cut.pieces()) addPiece(plot, piece, legalPart(piece.integral(), cut.site(), legal));
        union = union.plus(legalPart(cut.union(), cut.site(), legal));
        List<Area> sides = Apportionment.areas(new double[] {floor(cut.inside()), floor(cut.outside())}, legal);
        addComputed(plot, Leaf.Kind.OUTSIDE_COVERAGE, sides.get(1));
    }

    static Area legalPart(double integral, double site, Area legal) {
        return Area.ofSquareMetres(floor(integral) * (legal.squareMetres() / site));
    }

    private static double floor(double integral) {
        return integral > 0 ? integral : 0;
    }

    private void addPiece(int plot, Piece piece, Area area) {
        if (area.isZero()) {
            touches.add(new LayerResult.Touch(plot, piece.feature()));
            return;
        }
        LayerEntry.Slivers limits = entry.slivers();
        boolean sliver = area.squareMetres() < limits.areaBelow()
                && 2 * area.squareMetres() / piece.perimeter() < limits.widthBelow();
        Map<String, @Nullable Object> fields = FieldValues.of(codes(), piece.feature());
        parts.add(new Part(
                plot, Leaf.Kind.PIECE, piece.feature(), area, ridge(area, fields), piece.perimeter(), sliver, fields));
    }

    /** Made for the first piece: most layers have none here. */
    private FieldValues.Codes codes() {
        if (codes == null) codes = new FieldValues.Codes(entry.schema(), snapshot);
        return codes;
    }

    private void addComputed(int plot, Leaf.Kind kind, Area area) {
        if (area.isZero()) return;
        boolean sliver =
                kind == Leaf.Kind.REST && area.squareMetres() < entry.slivers().areaBelow();
        parts.add(new Part(plot, kind, -1, area, Area.ZERO, 0, sliver, Map.of()));
    }

    /**
     * round2(area × KCXS), half up; a ratio above 1 is a percentage (handbook survey database 2.3). One that is none, below
     * 0 or not below 100 %, deducts nothing and is said once a layer.
     */
    private Area ridge(Area area, Map<String, @Nullable Object> fields) {
        if (!(fields.get("KCXS") instanceof BigDecimal written)) return Area.ZERO;
        BigDecimal ratio = written.compareTo(BigDecimal.ONE) > 0 ? written.movePointLeft(2) : written;
        if (ratio.signum() >= 0 && ratio.compareTo(BigDecimal.ONE) < 0)
            return Deduction.of(area, ratio).deducted();
        if (notes.stream().noneMatch(note -> note.code().equals("ridge-ratio")))
            notes.add(new ReviewResult.Note("ridge-ratio", Map.of("layer", entry.code(), "ratio", written.toString())));
        return Area.ZERO;
    }

    private Outcome outcome(Baseline.Layer layer) {
        Area site = Area.ZERO;
        for (var plot : input.plots()) site = site.plus(plot.legal().value());
        List<Leaf> leaves = LeafUnits.leaves(parts, site, scaled);
        Area slivers = Area.ZERO;
        int count = 0;
        Area outside = Area.ZERO;
        Area pieces = Area.ZERO;
        for (Leaf leaf : leaves) {
            if (leaf.sliver()) {
                slivers = slivers.plus(leaf.area());
                count++;
            }
            if (leaf.kind() == Leaf.Kind.OUTSIDE_COVERAGE) outside = outside.plus(leaf.area());
            if (leaf.kind() == Leaf.Kind.PIECE) pieces = pieces.plus(leaf.area());
        }
        boolean seen = entry.slivers().count() || slivers.hundredths() > SLIVERS_SEEN;
        if (seen && count > 0) notes.add(new ReviewResult.Note("slivers-seen", figures(slivers)));
        boolean overlapping = entry.schema().kind() == LayerKind.OVERLAPPING;
        Area area = overlapping ? union : pieces;
        NotAnsweredReason reason = reason(outside, site);
        boolean concerned = leaves.stream().anyMatch(leaf -> leaf.kind() == Leaf.Kind.PIECE);
        LayerAnswer answer =
                reason != null ? LayerAnswer.NOT_ANSWERED : concerned ? LayerAnswer.CONCERNED : LayerAnswer.CLEAR;
        LayerResult result = new LayerResult(
                entry,
                layer.snapshot(),
                answer,
                reason,
                area,
                scaled ? LeafUnits.share(leaves, Leaf.Kind.PIECE) : LeafUnits.share(area, site),
                leaves,
                touches,
                new LayerResult.Slivers(count, slivers),
                seen,
                scaled);
        return new Outcome(result, notes);
    }

    private @Nullable NotAnsweredReason reason(Area outside, Area site) {
        if (fault) return NotAnsweredReason.FAULT;
        if (outside.compareTo(site) >= 0) return NotAnsweredReason.OUTSIDE_COVERAGE;
        return outside.isPositive() ? NotAnsweredReason.PARTLY_OUTSIDE_COVERAGE : null;
    }

    private void note(String code, int plot, Area area) {
        Map<String, String> args = new LinkedHashMap<>(figures(area));
        args.put("plot", input.plots().get(plot).number());
        notes.add(new ReviewResult.Note(code, args));
    }

    private Map<String, String> figures(Area area) {
        return Map.of("layer", entry.code(), "area", area.toString());
    }
}
