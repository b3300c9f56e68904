package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The ground that is to be planned, cut by the townships, as a layer that the engine can meet with another one. */
final class CoverageGround implements Snapshot {
    static final String TOWNSHIP = "XZQDM";

    private static final LayerSchema SCHEMA = new LayerSchema(
            "coverage",
            LayerKind.DISJOINT,
            List.of(new Field(TOWNSHIP, Field.Type.TEXT, "行政区代码", "Division code")),
            null,
            null);

    private record Part(String township, Site site) {}

    private final List<Part> parts = new ArrayList<>();
    private final Envelope box = new Envelope();
    /** F of all of it, with what lies in no township, m². */
    private final double whole;

    /** @param only the township that is wanted; null: all */
    CoverageGround(Snapshot boundary, PlotsFile.Planned planned, Snapshot townships, @Nullable String only) {
        double sum = 0;
        for (int i = 0; i < boundary.size(); i++) if (isPlanned(boundary, planned, i)) sum += boundary.integral(i);
        whole = sum;
        for (int t = 0; t < townships.size(); t++) {
            if (only != null && !only.equals(PlotRecord.text(townships, t, TOWNSHIP))) continue;
            Geometry town = townships.geometry(t);
            Site site = Site.of(town);
            String code = PlotRecord.text(townships, t, TOWNSHIP);
            for (Piece piece : SiteOverlay.pieces(site, boundary)) {
                if (piece.integral() < GroundShapes.TOUCH || !isPlanned(boundary, planned, piece.feature())) continue;
                Geometry outline = SiteOverlay.outline(site, boundary, piece.feature());
                if (outline.isEmpty()) continue;
                parts.add(new Part(code, Site.of(outline)));
                box.expandToInclude(outline.getEnvelopeInternal());
            }
        }
    }

    private static boolean isPlanned(Snapshot boundary, PlotsFile.Planned planned, int feature) {
        return planned.values().contains(PlotRecord.text(boundary, feature, planned.field()));
    }

    double whole() {
        return whole;
    }

    /** Its parts in one township. */
    List<Geometry> in(String township) {
        return parts.stream()
                .filter(part -> part.township().equals(township))
                .map(part -> part.site().geometry())
                .toList();
    }

    @Override
    public String hash() {
        return "";
    }

    @Override
    public LayerSchema schema() {
        return SCHEMA;
    }

    @Override
    public int size() {
        return parts.size();
    }

    @Override
    public double[] bounds() {
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    @Override
    public Geometry coverage() {
        return new GeometryFactory().toGeometry(box);
    }

    @Override
    public Geometry geometry(int feature) {
        return parts.get(feature).site().geometry();
    }

    @Override
    public @Nullable Object value(int feature, int field) {
        return parts.get(feature).township();
    }

    @Override
    public double integral(int feature) {
        return parts.get(feature).site().integral();
    }

    @Override
    public int[] find(double west, double south, double east, double north) {
        return IntStream.range(0, parts.size())
                .filter(i -> {
                    double[] b = parts.get(i).site().bounds();
                    return b[0] <= east && west <= b[2] && b[1] <= north && south <= b[3];
                })
                .toArray();
    }
}
