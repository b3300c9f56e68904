package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rows of a {@link FeatureTable} as features: outlines judged, the system decided, as in every other format. */
final class TableFeatures implements EachFeature {
    private final String name;
    private final FeatureTable table;
    private final InputLimits limits;
    private final Runnable cleanup;
    private final Findings findings = new Findings();
    private final Outlines outlines;
    private Crs crs = Crs.CGCS2000;
    private long size;
    private int number;
    private long leftOut;

    private TableFeatures(String name, FeatureTable table, ReadOrder order, InputLimits limits, Runnable cleanup) {
        this.name = name;
        this.table = table;
        this.limits = limits;
        this.cleanup = cleanup;
        this.outlines = new Outlines(order.keepsEmpty());
    }

    /** @param cleanup removes what was unpacked or copied for the table; run when opening fails, too */
    static TableFeatures open(
            String name, FeatureTable table, ReadOrder order, InputLimits limits, Runnable cleanup) {
        TableFeatures features = new TableFeatures(name, table, order, limits, cleanup);
        try {
            features.decide(order.stated());
            return features;
        } catch (RuntimeException e) {
            features.close();
            throw e;
        }
    }

    private void decide(@Nullable Crs stated) {
        size = table.size();
        if (table.isDrawing()) {
            size = 0;
            forEach(feature -> size++, (feature, problems) -> size++);
        }
        if (size == 0) throw new InputRefused(Problem.refused("format.no-plots", place()));
        Crs decided = CrsDecision.declared(table.crsName(), table.crsText(), stated, place(), findings);
        if (decided != null) crs = decided;
        findings.throwIfRefused();
    }

    private Place place() {
        return Place.file(name);
    }

    @Override
    public List<Field> schema() {
        return table.schema();
    }

    @Override
    public Crs crs() {
        return crs;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(table.warnings());
        warnings.addAll(findings.warnings());
        warnings.addAll(outlines.warnings(place()));
        if (leftOut > 0) warnings.add(Problem.warning("format.drawing.left-out", place(), "count", leftOut));
        return warnings;
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer) {
        forEach(consumer, (feature, problems) -> findings.addAll(problems));
        findings.throwIfRefused();
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer, Unread unread) {
        outlines.begin();
        number = 0;
        leftOut = 0;
        VertexBudget budget = new VertexBudget(name, limits.vertices());
        table.forEach((wkb, values) -> {
            number++;
            budget.nextFeature();
            Object named = values.get("DKBH");
            String title = named == null ? String.valueOf(number) : named.toString();
            Findings own = new Findings();
            Outline outline = outline(wkb, place().plot(title), budget, own);
            if (table.isDrawing() && (outline == null || outline.strange != null)) {
                leftOut++;
                return;
            }
            Geometry shape = own.refused() ? null : outlines.build(outline, place().plot(title), own);
            if (shape == null) unread.take(title, own.all());
            else {
                findings.addAll(own.all());
                consumer.accept(new SourceFeature(number, GeoShape.of(crs, shape), values));
            }
        });
    }

    private @Nullable Outline outline(@Nullable ByteBuffer wkb, Place place, VertexBudget budget, Findings own) {
        if (wkb == null) return null;
        try {
            return WkbOutline.read(wkb, table.isDrawing(), Outlines.tolerance(crs), budget);
        } catch (WkbOutline.Damaged e) {
            own.add(Problem.refused("format.wkb", place));
            return null;
        }
    }

    @Override
    public void close() {
        try {
            table.close();
        } finally {
            cleanup.run();
        }
    }
}
