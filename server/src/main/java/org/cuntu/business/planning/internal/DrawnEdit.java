package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.Proposals;
import org.cuntu.business.planning.Proposals.MoveIn;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.LayerCut;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Drawn ground that comes in and goes out (调入, 调出): what goes out is cut off the features it lies on; what comes in becomes
 * features of its own, without the ground that the line has already. Figures of a shape that changes are computed anew.
 */
final class DrawnEdit {
    private final Proposal proposal;
    private final ControlLine line;
    private final LayerSchema schema;
    private final @Nullable Snapshot base;
    private final LineVersions.Open versions;
    private final Counties counties;
    private final List<Feature> added = new ArrayList<>();

    DrawnEdit(
            Proposal proposal,
            ControlLine line,
            LayerSchema schema,
            @Nullable Snapshot base,
            LineVersions.Open versions,
            Counties counties) {
        this.proposal = proposal;
        this.line = line;
        this.schema = schema;
        this.base = base;
        this.versions = versions;
        this.counties = counties;
    }

    LineCandidates.Edit make(Proposals.Shapes shapes) {
        Map<Integer, @Nullable Feature> taken = new LinkedHashMap<>();
        Geometry out = GroundShapes.union(shapes.out());
        if (base != null && !out.isEmpty()) takeOut(base, out, taken);
        List<Geometry> held = new ArrayList<>();
        for (MoveIn in : shapes.in()) {
            Geometry shape = in.shape();
            if (schema.kind() == LayerKind.DISJOINT) {
                if (base != null) shape = withoutTheLine(base, shape, taken);
                for (Geometry earlier : held) shape = GroundShapes.minus(shape, earlier);
                held.add(shape);
            }
            if (!shape.isEmpty()) takeIn(shape, in.values());
        }
        return new LineCandidates.Edit(taken, added);
    }

    private void takeOut(Snapshot from, Geometry out, Map<Integer, @Nullable Feature> taken) {
        Site site = Site.of(out);
        for (Piece piece : SiteOverlay.pieces(site, from)) {
            if (piece.integral() < GroundShapes.TOUCH) continue;
            int feature = piece.feature();
            Geometry left = GroundShapes.minus(from.geometry(feature), out);
            Feature was = LineCandidates.feature(from, feature);
            taken.put(feature, left.isEmpty() ? null : measured(new Feature(left, was.values())));
        }
    }

    private Geometry withoutTheLine(Snapshot from, Geometry shape, Map<Integer, @Nullable Feature> taken) {
        Geometry left = shape;
        for (Piece piece : SiteOverlay.pieces(Site.of(shape), from)) {
            if (left.isEmpty()) break;
            if (!taken.containsKey(piece.feature())) {
                left = GroundShapes.minus(left, from.geometry(piece.feature()));
                continue;
            }
            Feature now = taken.get(piece.feature());
            if (now != null) left = GroundShapes.minus(left, now.geometry());
        }
        return left;
    }

    private void takeIn(Geometry shape, Map<String, String> values) {
        if (line.split() == null) {
            add(shape, values, null, -1);
            return;
        }
        Snapshot patches = versions.find(line.split())
                .orElseThrow(() -> LineCandidates.refused("planning.no-version", "layer", line.split()));
        LayerCut cut = SiteOverlay.cut(Site.of(shape), patches, (piece, outline) -> {
            if (piece.integral() < GroundShapes.TOUCH) return;
            Geometry part = outline.get();
            if (!part.isEmpty()) add(part, values, patches, piece.feature());
        });
        double bare = cut.outside() + StrictMath.max(0, cut.rest());
        if (bare > 1)
            throw LineCandidates.refused(
                    "planning.no-survey", "layer", line.split(), "area", Area.ofSquareMetres(bare));
    }

    private void add(Geometry shape, Map<String, String> given, @Nullable Snapshot patches, int patch) {
        @Nullable Object[] values = new Object[schema.fields().size()];
        String key = proposal.number() + "-" + proposal.round() + "-" + (added.size() + 1);
        for (int i = 0; i < values.length; i++) {
            Field field = schema.fields().get(i);
            String code = field.code();
            if (code.equals(line.key())) values[i] = key;
            else if (line.ask().contains(code)) values[i] = given.get(code);
            else if (code.equals(line.countyField())) values[i] = counties.most(shape);
            else if (patches != null && patches.schema().indexOf(code) >= 0) values[i] = patches.value(patch, code);
        }
        added.add(measured(new Feature(shape, Arrays.asList(values))));
    }

    /** With the figures of its shape. */
    private Feature measured(Feature feature) {
        ControlLine.Fields fields = line.fields();
        if (fields.gross() == null) return feature;
        List<@Nullable Object> values = new ArrayList<>(feature.values());
        BigDecimal gross =
                Area.ofSquareMetres(GroundShapes.integral(feature.geometry())).toBigDecimal();
        values.set(schema.indexOf(fields.gross()), gross);
        if (fields.net() != null && fields.ratio() != null) {
            double ratio = LineStatements.ratio(values.get(schema.indexOf(fields.ratio())));
            BigDecimal off = gross.multiply(BigDecimal.valueOf(ratio)).setScale(2, RoundingMode.HALF_UP);
            values.set(schema.indexOf(fields.net()), gross.subtract(off));
        }
        return new Feature(feature.geometry(), values);
    }
}
