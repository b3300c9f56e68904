package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The plots of a stored review as a layer of features without values, so that the engine can cut them. */
final class PlotShapes implements Snapshot {
    private static final LayerSchema SCHEMA = new LayerSchema("review", LayerKind.DISJOINT, List.of(), null, null);

    private final List<Geometry> plots;
    private final Envelope box = new Envelope();

    /** @param plots EPSG:4490 */
    PlotShapes(List<Geometry> plots) {
        this.plots = new ArrayList<>(plots);
        plots.forEach(plot -> box.expandToInclude(plot.getEnvelopeInternal()));
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
        return plots.size();
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
        return plots.get(feature).copy();
    }

    @Override
    public @Nullable Object value(int feature, int field) {
        return null;
    }

    @Override
    public double integral(int feature) {
        return Site.of(plots.get(feature)).integral();
    }

    @Override
    public int[] find(double west, double south, double east, double north) {
        Envelope asked = new Envelope(west, east, south, north);
        return IntStream.range(0, plots.size())
                .filter(i -> plots.get(i).getEnvelopeInternal().intersects(asked))
                .toArray();
    }
}
