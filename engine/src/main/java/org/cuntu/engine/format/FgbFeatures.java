package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * FlatGeobuf (version 3) as a stream of features. Opening goes through the file from length to length, so that one that was
 * cut short is refused before anything is given. Text is UTF-8, strictly.
 */
final class FgbFeatures extends OpenedFeatures {
    private final InputLimits limits;
    private final FgbFile file;

    private FgbFeatures(InputSource source, ReadOrder order, InputLimits limits) {
        super(source.name(), order, Crs.CGCS2000);
        this.limits = limits;
        this.file = FgbFile.open(source);
        this.size = file.read(null);
        Crs decided = CrsDecision.declared(file.head.crs(), file.head.wkt(), order.stated(), place(), findings);
        setCrs(decided);
        if (size == 0) throw new InputRefused(Problem.refused("format.no-plots", place()));
        findings.throwIfRefused();
    }

    static FgbFeatures open(InputSource source, ReadOrder order, InputLimits limits) {
        return new FgbFeatures(source, order, limits);
    }

    @Override
    public List<Field> schema() {
        return file.head.columns().stream()
                .filter(column -> column.kind() != FgbHead.Kind.BINARY)
                .map(column -> new Field(column.name(), column.kind().fieldType(), column.name(), column.name()))
                .toList();
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer, Unread unread) {
        outlines.begin();
        VertexBudget budget = new VertexBudget(fileName, limits.vertices());
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
                    : FgbShape.read(geometry, file.head, outlines.dimension(), Outlines.tolerance(crs()), budget);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw file.damaged("feature", number);
        }
        Findings own = new Findings();
        String title = title(number, values);
        Geometry shape = outlines.build(outline, place().plot(title), own);
        give(number, title, shape, values, own, consumer, unread);
    }

    /** A feature may have columns of its own. */
    private List<FgbHead.Column> columns(FlatTable feature) {
        return feature.has(2) ? FgbHead.columns(feature.vector(2, 4)) : file.head.columns();
    }

    @Override
    public void close() {}
}
