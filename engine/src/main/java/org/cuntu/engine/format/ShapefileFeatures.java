package org.cuntu.engine.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.RingNesting;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile as a stream of features. Opening reads the .shp through once, so that a damaged one is refused before
 * anything is given. Rings are shells or holes by containment, whatever their direction.
 */
final class ShapefileFeatures extends OpenedFeatures {
    private final ShapefileParts parts;
    private final InputLimits limits;
    private @Nullable DbfFile table;
    private Charset charset = StandardCharsets.UTF_8;
    private List<String> names = List.of();

    private ShapefileFeatures(ShapefileParts parts, ReadOrder order, InputLimits limits) {
        super(parts.name(), order, Crs.CGCS2000);
        this.parts = parts;
        this.limits = limits;
    }

    static EachFeature open(ShapefileParts parts, ReadOrder order, InputLimits limits) {
        ShapefileFeatures features = new ShapefileFeatures(parts, order, limits);
        try {
            features.open(order.stated());
            return features;
        } catch (RuntimeException e) {
            features.close();
            throw e;
        }
    }

    private void open(@Nullable Crs stated) {
        crs(stated);
        collecting(this::records);
        collecting(this::table);
        findings.throwIfRefused();
        if (size == 0) throw new InputRefused(Problem.refused("format.no-plots", place()));
    }

    /** A refusal that ends one part's reading does not keep the others from being looked at. */
    private void collecting(Runnable step) {
        try {
            step.run();
        } catch (InputRefused e) {
            findings.addAll(e.problems());
        }
    }

    private void crs(@Nullable Crs stated) {
        Crs declared = null;
        if (parts.prj() != null) {
            String wkt = new String(parts.prj().head(1 << 16), StandardCharsets.UTF_8);
            Optional<Crs> known = Wkt.crs(wkt);
            if (known.isEmpty()) {
                findings.add(Problem.refused("format.crs-unsupported", place(), "name", Wkt.name(wkt)));
                return;
            }
            declared = known.get();
        }
        Crs decided = CrsDecision.decide(declared, stated, place(), findings);
        setCrs(decided);
    }

    private void records() {
        size = ShpFile.count(parts.shp(), outlines.dimension(), limits.vertices());
    }

    private void table() {
        if (parts.dbf() == null) {
            findings.add(Problem.warning("format.shp.no-dbf", place()));
            return;
        }
        DbfFile opened = DbfFile.open(parts.dbf());
        if (!findings.refused() && opened.rows != size)
            findings.add(Problem.refused("format.shp.dbf-count", place(), "shapes", size, "rows", opened.rows));
        charset = DbfEncoding.of(opened, parts.cpg(), place(), findings);
        List<String> decoded = new ArrayList<>();
        for (DbfFile.Column column : opened.columns)
            decoded.add(DbfEncoding.decode(column.name(), charset).strip());
        names = decoded;
        table = opened;
    }

    @Override
    public List<Field> schema() {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Field.Type type =
                    table == null ? Field.Type.TEXT : table.columns.get(i).fieldType();
            fields.add(new Field(names.get(i), type, names.get(i), names.get(i)));
        }
        return fields;
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer, Unread unread) {
        outlines.begin();
        DbfFile attributes = table;
        if (attributes == null) {
            read((number, rings) -> give(number, rings, Map.of(), consumer, unread));
        } else {
            try (DbfFile.Rows rows = attributes.read()) {
                read((number, rings) -> {
                    byte[] row = rows.next();
                    if (row[0] != '*') give(number, rings, values(attributes, row), consumer, unread);
                });
            }
        }
    }

    private void read(ShpFile.Taker taker) {
        ShpFile.read(parts.shp(), outlines.dimension(), limits.vertices(), new ShpFile.Taker() {
            @Override
            public void record(int number, List<List<Coordinate>> rings) {
                taker.record(number, rings);
            }

            @Override
            public void dropped(boolean z, boolean m) {
                outlines.dropped(z, m);
            }
        });
    }

    private Map<String, @Nullable Object> values(DbfFile attributes, byte[] row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            DbfFile.Column column = attributes.columns.get(i);
            values.put(names.get(i), column.isText() ? text(column, row) : column.value(row));
        }
        return values;
    }

    private @Nullable String text(DbfFile.Column column, byte[] row) {
        int end = column.end(row);
        String text = DbfEncoding.decode(row, column.begin(row, end), end, charset);
        return text.isEmpty() ? null : text;
    }

    private void give(
            int number,
            List<List<Coordinate>> rings,
            Map<String, @Nullable Object> values,
            Consumer<SourceFeature> consumer,
            Unread unread) {
        Findings own = new Findings();
        String title = title(number, values);
        give(number, title, shape(rings, place().plot(title), own), values, own, consumer, unread);
    }

    /** Lines or points. */
    private Outline thin(List<List<Coordinate>> parts) {
        Outline outline = new Outline(outlines.dimension());
        for (List<Coordinate> part : parts) {
            if (outline.wants(Dimension.LINE)) outline.line(part);
            else outline.points.addAll(part);
        }
        return outline;
    }

    private @Nullable Geometry shape(List<List<Coordinate>> rings, Place here, Findings own) {
        if (rings.isEmpty()) return outlines.missing(here, own);
        if (outlines.dimension() != Dimension.AREA) return outlines.build(thin(rings), here, own);
        List<Coordinate[]> closed = new ArrayList<>();
        for (int r = 0; r < rings.size(); r++) {
            var ring = RingClosure.close(rings.get(r), here.ring(r + 1), own);
            if (ring != null) closed.add(ring.getCoordinates());
        }
        if (own.refused()) return null;
        try {
            return RingNesting.assemble(closed, limits.ringLevels());
        } catch (RingNesting.TooDeep e) {
            own.add(Problem.refused("format.ring-levels", here, "limit", limits.ringLevels()));
            return null;
        }
    }

    @Override
    public void close() {
        parts.cleanup().run();
    }
}
