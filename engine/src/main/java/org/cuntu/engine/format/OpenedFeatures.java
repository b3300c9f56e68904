package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** What the readers of all formats have alike: what was found, the system, the count, and how a feature is handed on. */
abstract class OpenedFeatures implements EachFeature {
    final Findings findings = new Findings();
    final Outlines outlines;
    final String fileName;
    private Crs crs;
    long size;

    /** @param crs as long as none was decided */
    OpenedFeatures(String file, ReadOrder order, Crs crs) {
        this.fileName = file;
        this.crs = crs;
        this.outlines = new Outlines(order.keepsEmpty(), order.dimension());
    }

    final Place place() {
        return Place.file(fileName);
    }

    /** @param decided null: it could not be, and what is wrong is among the findings */
    final void setCrs(@Nullable Crs decided) {
        if (decided != null) crs = decided;
    }

    @Override
    public final Crs crs() {
        return crs;
    }

    @Override
    public final long size() {
        return size;
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(findings.warnings());
        warnings.addAll(outlines.warnings(place()));
        return warnings;
    }

    @Override
    public final void forEach(Consumer<SourceFeature> consumer) {
        forEach(consumer, (number, problems) -> findings.addAll(problems));
        findings.throwIfRefused();
    }

    /**
     * Hands a feature on, or says why not.
     *
     * @param title {@link #title}
     * @param shape in the file's system; null: it could not be read
     * @param own what was found in this feature
     */
    final void give(
            int number,
            String title,
            @Nullable Geometry shape,
            Map<String, @Nullable Object> values,
            Findings own,
            Consumer<SourceFeature> consumer,
            Unread unread) {
        if (shape == null) {
            unread.take(title, own.all());
            return;
        }
        findings.addAll(own.all());
        consumer.accept(new SourceFeature(number, GeoShape.owning(crs, shape), values));
    }

    /** By which a feature is named in a message: its plot's number (DKBH), else its place in the file. */
    static String title(int number, Map<String, @Nullable Object> values) {
        Object named = values.get("DKBH");
        return named == null || named.toString().isBlank() ? String.valueOf(number) : named.toString();
    }
}
