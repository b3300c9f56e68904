package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The rows of a {@link FeatureTable} as features: outlines judged, the system decided, as in every other format. */
final class TableFeatures extends OpenedFeatures {
    private final FeatureTable table;
    private final InputLimits limits;
    private final Runnable cleanup;
    private int number;
    private long leftOut;

    private TableFeatures(String name, FeatureTable table, ReadOrder order, InputLimits limits, Runnable cleanup) {
        super(name, order, Crs.CGCS2000);
        this.table = table;
        this.limits = limits;
        this.cleanup = cleanup;
    }

    /** @param cleanup removes what was unpacked or copied for the table; run when opening fails, too */
    static TableFeatures open(String name, FeatureTable table, ReadOrder order, InputLimits limits, Runnable cleanup) {
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
        setCrs(decided);
        findings.throwIfRefused();
    }

    @Override
    public List<Field> schema() {
        return table.schema();
    }

    @Override
    public List<Problem> warnings() {
        List<Problem> warnings = new ArrayList<>(table.warnings());
        warnings.addAll(super.warnings());
        if (leftOut > 0) warnings.add(Problem.warning("format.drawing.left-out", place(), "count", leftOut));
        return warnings;
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer, Unread unread) {
        outlines.begin();
        number = 0;
        leftOut = 0;
        VertexBudget budget = new VertexBudget(fileName, limits.vertices());
        table.forEach((wkb, values) -> {
            number++;
            budget.nextFeature();
            String title = title(number, values);
            Findings own = new Findings();
            Outline outline = outline(wkb, place().plot(title), budget, own);
            if (table.isDrawing() && (outline == null || outline.strange != null)) {
                leftOut++;
                return;
            }
            Geometry shape = own.refused() ? null : outlines.build(outline, place().plot(title), own);
            give(number, title, shape, values, own, consumer, unread);
        });
    }

    /** Gives the values of every row of a drawing that is what is wanted, sound or not. */
    static void look(
            FeatureTable table,
            String fileName,
            InputLimits limits,
            Dimension wanted,
            Consumer<Map<String, @Nullable Object>> taker) {
        VertexBudget budget = new VertexBudget(fileName, limits.vertices());
        table.forEach((wkb, values) -> {
            budget.nextFeature();
            if (wkb == null) return;
            try {
                Outline outline =
                        WkbOutline.read(wkb, wanted, wanted == Dimension.AREA, Outlines.tolerance(null), budget);
                if (outline.strange == null && !outline.isEmpty()) taker.accept(values);
            } catch (WkbOutline.Damaged e) {
                taker.accept(values);
            }
        });
    }

    private @Nullable Outline outline(@Nullable ByteBuffer wkb, Place place, VertexBudget budget, Findings own) {
        if (wkb == null) return null;
        try {
            boolean closedLines = table.isDrawing() && outlines.dimension() == Dimension.AREA;
            return WkbOutline.read(wkb, outlines.dimension(), closedLines, Outlines.tolerance(crs()), budget);
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
