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

/**
 * FlatGeobuf (version 3) as a stream of features. Opening goes through the file from length to length, so that one that was
 * cut short is refused before anything is given. Text is UTF-8, strictly.
 */
final class FgbFeatures implements EachFeature {
    private final InputSource source;
    private final InputLimits limits;
    private final FgbFile file;
    private final int size;
    private final Findings findings = new Findings();
    private final Outlines outlines;
    private Crs crs = Crs.CGCS2000;

    private FgbFeatures(InputSource source, ReadOrder order, InputLimits limits) {
        this.source = source;
        this.limits = limits;
        this.outlines = new Outlines(order.keepsEmpty());
        this.file = FgbFile.open(source);
        this.size = file.read(null);
        Crs decided = CrsDecision.declared(file.head.crs(), file.head.wkt(), order.stated(), place(), findings);
        if (decided != null) crs = decided;
        if (size == 0) throw new InputRefused(Problem.refused("format.no-plots", place()));
        findings.throwIfRefused();
    }

    static FgbFeatures open(InputSource source, ReadOrder order, InputLimits limits) {
        return new FgbFeatures(source, order, limits);
    }

    private Place place() {
        return Place.file(source.name());
    }

    @Override
    public List<Field> schema() {
        return file.head.columns().stream()
                .filter(column -> column.kind() != FgbHead.Kind.BINARY)
                .map(column -> new Field(column.name(), column.kind().fieldType(), column.name(), column.name()))
                .toList();
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
        List<Problem> warnings = new ArrayList<>(findings.warnings());
        warnings.addAll(outlines.warnings(place()));
        return warnings;
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer) {
        forEach(consumer, (number, problems) -> findings.addAll(problems));
        findings.throwIfRefused();
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer, Unread unread) {
        outlines.begin();
        VertexBudget budget = new VertexBudget(source.name(), limits.vertices());
        file.read((number, bytes) -> give(number, bytes, budget, consumer, unread));
    }

    private void give(
            int number, ByteBuffer bytes, VertexBudget budget, Consumer<SourceFeature> consumer, Unread unread) {
        budget.nextFeature();
        Outline outline;
        Map<String, @Nullable Object> values;
        try {
            FlatTable feature = FlatTable.root(bytes);
            values = FgbValues.read(feature.text(1), columns(feature));
            FlatTable geometry = feature.table(0);
            outline = geometry == null
                    ? null
                    : FgbShape.read(geometry, file.head, Outlines.tolerance(crs), budget);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw file.damaged("feature", number);
        }
        Findings own = new Findings();
        Object named = values.get("DKBH");
        String name = named == null ? String.valueOf(number) : named.toString();
        Geometry shape = outlines.build(outline, place().plot(name), own);
        if (shape == null) unread.take(name, own.all());
        else {
            findings.addAll(own.all());
            consumer.accept(new SourceFeature(number, GeoShape.of(crs, shape), values));
        }
    }

    /** A feature may have columns of its own. */
    private List<FgbHead.Column> columns(FlatTable feature) {
        return feature.has(2) ? FgbHead.columns(feature.vector(2, 4)) : file.head.columns();
    }

    @Override
    public void close() {}
}
