package org.cuntu.business.planning.internal;

import java.util.List;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.layer.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Features in memory, asked as a snapshot is; without an index, so for few. */
record FeatureList(LayerSchema schema, List<Feature> features) implements Snapshot {
    @Override
    public String hash() {
        return "";
    }

    @Override
    public int size() {
        return features.size();
    }

    @Override
    public double[] bounds() {
        Envelope box = new Envelope();
        for (Feature feature : features) box.expandToInclude(feature.geometry().getEnvelopeInternal());
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    @Override
    public Geometry coverage() {
        return GroundShapes.union(features.stream().map(Feature::geometry).toList());
    }

    @Override
    public Geometry geometry(int feature) {
        return features.get(feature).geometry();
    }

    @Override
    public @Nullable Object value(int feature, int field) {
        return features.get(feature).values().get(field);
    }

    @Override
    public double integral(int feature) {
        return GroundShapes.integral(geometry(feature));
    }

    @Override
    public int[] find(double west, double south, double east, double north) {
        Envelope box = new Envelope(west, east, south, north);
        return java.util.stream.IntStream.range(0, size())
                .filter(i -> box.intersects(geometry(i).getEnvelopeInternal()))
                .toArray();
    }
}
