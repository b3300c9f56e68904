package org.cuntu.platform.formats.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.cuntu.engine.format.FeatureTable;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * A drawing's entities, blocks resolved: closed lines and filled areas are its features, those of one of the drawing's own
 * layers when it is named. A drawing says no system: it is always asked for.
 */
final class Drawing implements FeatureTable {
    private static final String LAYER = "Layer";

    private final FeatureTable entities;
    private final @Nullable String layer;
    private final long size;

    private Drawing(FeatureTable entities, @Nullable String layer, long size) {
        this.entities = entities;
        this.layer = layer;
        this.size = size;
    }

    /** @throws InputRefused {@code format.layer-unknown}; the entities are closed then */
    static Drawing open(FeatureTable entities, String fileName, @Nullable String layer) {
        if (layer == null) return new Drawing(entities, null, entities.size());
        TreeSet<String> names = new TreeSet<>();
        long[] size = {0};
        entities.forEach((wkb, values) -> {
            String name = Objects.toString(values.get(LAYER), "");
            if (names.size() < 50) names.add(name);
            if (name.equalsIgnoreCase(layer)) size[0]++;
        });
        if (size[0] > 0) return new Drawing(entities, layer, size[0]);
        entities.close();
        throw new InputRefused(Problem.refused(
                "format.layer-unknown", Place.file(fileName), "layer", layer, "names", String.join(", ", names)));
    }

    @Override
    public boolean isDrawing() {
        return true;
    }

    @Override
    public String layerField() {
        return LAYER;
    }

    @Override
    public List<Field> schema() {
        return entities.schema();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public @Nullable String crsName() {
        return null;
    }

    @Override
    public @Nullable String crsText() {
        return null;
    }

    @Override
    public List<Problem> warnings() {
        return entities.warnings();
    }

    @Override
    public void forEach(Rows rows) {
        entities.forEach((wkb, values) -> {
            if (layer == null || isOf(values, layer)) rows.row(wkb, values);
        });
    }

    private static boolean isOf(Map<String, @Nullable Object> values, String layer) {
        return Objects.toString(values.get(LAYER), "").equalsIgnoreCase(layer);
    }

    @Override
    public void close() {
        entities.close();
    }
}
