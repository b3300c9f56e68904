package org.cuntu.core.onemap.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.format.LayerContent;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The features of a snapshot that an export takes, in the order of the file, and what they come to. Going through them tells the
 * task how far it is; a cancelled task ends it.
 */
final class ExportedRows implements LayerContent.Rows {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Snapshot snapshot;
    private final int[] features;
    private final TaskContext context;

    private ExportedRows(Snapshot snapshot, int[] features, TaskContext context) {
        this.snapshot = snapshot;
        this.features = features;
        this.context = context;
    }

    /**
     * @param site features that share ground with it; null: everywhere
     * @param box features that meet it; null: everywhere
     */
    static ExportedRows of(
            Snapshot snapshot,
            FeatureFilter filter,
            @Nullable SiteFile site,
            double @Nullable [] box,
            TaskContext context) {
        List<PreparedGeometry> plots = new ArrayList<>();
        Envelope around = new Envelope(-180, 180, -90, 90);
        if (site != null) {
            around = new Envelope();
            for (GeoShape shape :
                    site.plots().stream().map(plot -> plot.shape().toGeodetic()).toList()) {
                Geometry ground = shape.geometry();
                around.expandToInclude(ground.getEnvelopeInternal());
                plots.add(PreparedGeometryFactory.prepare(ground));
            }
        }
        if (box != null) around = around.intersection(new Envelope(box[0], box[2], box[1], box[3]));
        if (around.isNull()) return new ExportedRows(snapshot, new int[0], context);
        Geometry window = box == null ? null : FACTORY.toGeometry(around);
        int[] near = site == null && box == null
                ? all(snapshot.size())
                : snapshot.find(around.getMinX(), around.getMinY(), around.getMaxX(), around.getMaxY());
        int[] taken = new int[near.length];
        int count = 0;
        for (int i = 0; i < near.length; i++) {
            if (i % 1_000 == 0) context.progress(0, near.length, "features");
            if (filter.accepts(snapshot, near[i]) && meets(snapshot, near[i], plots, window)) taken[count++] = near[i];
        }
        return new ExportedRows(snapshot, java.util.Arrays.copyOf(taken, count), context);
    }

    private static int[] all(int size) {
        int[] all = new int[size];
        for (int i = 0; i < size; i++) all[i] = i;
        return all;
    }

    private static boolean meets(
            Snapshot snapshot, int feature, List<PreparedGeometry> plots, @Nullable Geometry window) {
        if (plots.isEmpty() && window == null) return true;
        Geometry shape = snapshot.geometry(feature);
        if (window != null && !window.intersects(shape)) return false;
        if (plots.isEmpty()) return true;
        return plots.stream().anyMatch(plot -> shares(plot, shape));
    }

    /** An area that only touches the site has no ground in it; a line or a point on its border is taken. */
    private static boolean shares(PreparedGeometry plot, Geometry shape) {
        return plot.intersects(shape) && (shape.getDimension() < 2 || !plot.touches(shape));
    }

    int size() {
        return features.length;
    }

    /** What the features come to, for the proof log: their area, not a legal figure, or their length. */
    String measure() {
        return switch (snapshot.dimension()) {
            case AREA -> area() + " m2";
            case LINE -> length() + " m";
            case POINT -> "points";
        };
    }

    /** The same for whoever asked for the export: {@code area}, m², or {@code length}, metres. */
    void putMeasure(Map<String, Object> values) {
        switch (snapshot.dimension()) {
            case AREA -> values.put("area", area());
            case LINE -> values.put("length", length());
            case POINT -> {}
        }
    }

    private String area() {
        double sum = 0;
        for (int feature : features) sum += snapshot.integral(feature);
        return Area.ofSquareMetres(sum).toString();
    }

    private String length() {
        double sum = 0;
        for (int feature : features) sum += snapshot.length(feature);
        return BigDecimal.valueOf(sum).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** West, south, east, north; null when there are none. */
    double @Nullable [] bounds() {
        if (features.length == snapshot.size()) return snapshot.bounds();
        Envelope box = new Envelope();
        for (int feature : features)
            box.expandToInclude(snapshot.geometry(feature).getEnvelopeInternal());
        return box.isNull() ? null : new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    @Override
    public void forEach(LayerContent.Row row) {
        int fields = snapshot.schema().fields().size();
        long done = 0;
        for (int feature : features) {
            List<@Nullable Object> values = new ArrayList<>(fields);
            for (int f = 0; f < fields; f++) values.add(snapshot.value(feature, f));
            row.take(snapshot.geometry(feature), values);
            context.progress(++done, features.length, "features");
        }
    }
}
