package org.cuntu.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Field;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A table of separated values as a stream of features: an outline as WKT in each row, or one boundary point a row, whose
 * rows one after another with the same plot make its rings. Encoding and separator are found out; every attribute is
 * text, so that codes keep their zeros. The system is what a column SRID or an
 * {@code SRID=} before the outline says, or the user states.
 */
final class CsvFeatures extends OpenedFeatures {
    private final InputSource source;
    private final TextInput text;
    private final InputLimits limits;
    private final CsvColumns columns;
    private final char separator;
    private final List<Integer> attributes;
    private boolean swapped;

    private CsvFeatures(InputSource source, ReadOrder order, InputLimits limits) {
        super(source.name(), order, Crs.CGCS2000);
        this.source = source;
        this.limits = limits;
        this.text = TextInput.of(source, false);
        this.separator = CsvText.separator(head());
        try (CsvText rows = CsvText.open(text, source.name(), separator)) {
            List<String> heads = rows.next();
            if (heads == null) throw new InputRefused(Problem.refused("format.no-plots", place()));
            this.columns = CsvColumns.of(heads, Place.line(source.name(), rows.line()));
        }
        this.attributes = columns.attributes();
    }

    static CsvFeatures open(InputSource source, ReadOrder order, InputLimits limits) {
        CsvFeatures features = new CsvFeatures(source, order, limits);
        features.survey(order.stated());
        features.findings.throwIfRefused();
        return features;
    }

    private String head() {
        try (BufferedReader in = text.reader()) {
            char[] first = new char[1 << 14];
            int n = in.read(first);
            String start = n < 0 ? "" : new String(first, 0, n).stripLeading();
            return start.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts, finds what the rows say of their system, and which coordinate is which. */
    private void survey(@Nullable Crs stated) {
        TreeSet<Integer> srids = new TreeSet<>();
        CsvPlots plots = new CsvPlots(columns, source.name(), outlines);
        try (CsvText rows = CsvText.open(text, source.name(), separator)) {
            rows.next();
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                if (columns.wkt() >= 0 || plots.begins(row)) size++;
                srids.add(srid(row));
                plots.see(row);
            }
        }
        if (size == 0) throw new InputRefused(Problem.refused("format.no-plots", place()));
        swapped = columns.wkt() < 0 && !columns.certain() && plots.northFirst();
        if (swapped) findings.add(Problem.warning("format.csv.columns-swapped", place()));
        decide(stated, srids);
    }

    /** The system that a row names, in a column of its own or before its outline; 0 when it names none. */
    private int srid(List<String> row) {
        if (columns.srid() >= 0 && columns.srid() < row.size()) {
            String number = row.get(columns.srid()).strip();
            return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) : 0;
        }
        return columns.wkt() >= 0 && columns.wkt() < row.size() ? WktOutline.srid(row.get(columns.wkt())) : 0;
    }

    private void decide(@Nullable Crs stated, TreeSet<Integer> srids) {
        if (srids.size() > 1) {
            findings.add(Problem.refused(
                    "format.crs-mixed", place(), "one", "EPSG:" + srids.first(), "other", "EPSG:" + srids.last()));
            return;
        }
        Crs declared = null;
        if (!srids.isEmpty() && srids.first() != 0) {
            Optional<Crs> known = Crs.find(srids.first());
            if (known.isEmpty()) {
                findings.add(Problem.refused("format.crs-unsupported", place(), "name", "EPSG:" + srids.first()));
                return;
            }
            declared = known.get();
        }
        Crs decided = CrsDecision.decide(declared, stated, place(), findings);
        setCrs(decided);
    }

    @Override
    public List<Field> schema() {
        return attributes.stream()
                .map(columns.names()::get)
                .map(name -> new Field(name, Field.Type.TEXT, name, name))
                .toList();
    }

    @Override
    public void forEach(Consumer<SourceFeature> consumer, Unread unread) {
        outlines.begin();
        VertexBudget budget = new VertexBudget(source.name(), limits.vertices());
        try (CsvText rows = CsvText.open(text, source.name(), separator)) {
            rows.next();
            if (columns.wkt() >= 0) outlines(rows, budget, consumer, unread);
            else
                new CsvPlots(columns, source.name(), outlines)
                        .forEach(
                                rows,
                                swapped,
                                limits.ringLevels(),
                                budget,
                                (number, first, shape, own) ->
                                        give(number, name(number, first), shape, values(first), own, consumer, unread));
        }
    }

    private void outlines(CsvText rows, VertexBudget budget, Consumer<SourceFeature> consumer, Unread unread) {
        int number = 0;
        for (List<String> row = rows.next(); row != null; row = rows.next()) {
            budget.nextFeature();
            Place here = Place.line(source.name(), rows.line());
            Findings own = new Findings();
            Geometry shape = outline(row, here.plot(name(++number, row)), own, budget);
            give(number, name(number, row), shape, values(row), own, consumer, unread);
        }
    }

    private @Nullable Geometry outline(List<String> row, Place here, Findings own, VertexBudget budget) {
        if (CsvPlots.wrongLength(row, columns, here, own)) return null;
        String wkt = row.get(columns.wkt());
        if (wkt.isBlank()) return outlines.missing(here, own);
        try {
            return outlines.build(
                    WktOutline.read(wkt, outlines.dimension(), Outlines.tolerance(crs()), budget), here, own);
        } catch (WktOutline.Damaged e) {
            own.add(Problem.refused("format.csv.wkt", here, "at", e.column));
            return null;
        }
    }

    private String name(int number, List<String> row) {
        String named = columns.plot() >= 0 && columns.plot() < row.size()
                ? row.get(columns.plot()).strip()
                : "";
        return named.isEmpty() ? String.valueOf(number) : named;
    }

    private Map<String, @Nullable Object> values(List<String> row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i : attributes) {
            String value = i < row.size() ? row.get(i).strip() : "";
            values.put(columns.names().get(i), value.isEmpty() ? null : value);
        }
        return values;
    }

    @Override
    public void close() {}
}
