package org.cuntu.engine.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.PlotTxtFrame.Columns;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.RingNesting;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Reads the national plot-coordinate TXT in its dialects (handbook, conformity review 5.2). */
final class PlotTxtReader {
    private final InputSource source;
    private final @Nullable Crs stated;
    private final InputLimits limits;
    private final Findings findings;

    PlotTxtReader(InputSource source, @Nullable Crs stated, InputLimits limits, Findings findings) {
        this.source = source;
        this.stated = stated;
        this.limits = limits;
        this.findings = findings;
    }

    /** Throws with all problems found when any refuses the file. */
    SiteFile read() {
        return read(text());
    }

    /** As {@link #read()}, of lines that are sorted already. */
    SiteFile read(PlotTxtText text) {
        PlotTxtFrame frame = new PlotTxtFrame(text, stated, source.name(), findings);
        findings.throwIfRefused();
        text.plots.forEach(this::head);
        Columns columns = frame.columns();
        if (columns == null) findings.throwIfRefused();
        Crs crs = columns == null ? null : frame.crs(columns);
        List<Plot> plots = new ArrayList<>();
        if (columns != null) {
            // without a system the rings are looked at all the same, so that all problems are said at once
            Crs any = crs == null ? Crs.CGCS2000 : crs;
            for (int i = 0; i < text.plots.size(); i++) {
                Plot plot = plot(text.plots.get(i), i + 1, columns, any);
                if (plot != null) plots.add(plot);
            }
        }
        findings.throwIfRefused();
        if (crs == null) throw new IllegalStateException("no system and no problem");
        return new SiteFile(
                source.name(), source.sha256(), crs, PlotTxtFrame.ordered(text.header), plots, findings.warnings());
    }

    PlotTxtText text() {
        try (BufferedReader reader = TextInput.of(source, true).reader()) {
            return PlotTxtText.parse(reader, source.name(), limits, findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(RawPlot plot) {
        PlotHead head = plot.head();
        Place place = Place.line(source.name(), head.line()).plot(head.number());
        String kind = StrictText.plain(head.kind()).strip();
        if (kind.isEmpty()) findings.add(Problem.warning("format.txt.no-kind", place));
        else if (!kind.equals("面")) findings.add(Problem.refused("format.txt.kind", place, "kind", kind));
        if (plot.points().isEmpty()) findings.add(Problem.refused("format.txt.no-points", place));
        int named = head.points();
        int read = plot.points().size();
        if (named >= 0 && named != read && read > 0 && named != unclosedCount(plot))
            findings.add(Problem.warning("format.txt.count", place, "named", named, "read", read));
    }

    /** Points without the closing line of each ring: some writers count so. */
    private static int unclosedCount(RawPlot plot) {
        return plot.points().size()
                - (int) TxtRings.split(plot.points()).stream()
                        .filter(r -> r.size() > 1 && TxtRings.same(r.getFirst(), r.getLast()))
                        .count();
    }

    private @Nullable Plot plot(RawPlot raw, int position, Columns columns, Crs crs) {
        PlotHead head = raw.head();
        String number = head.number().isEmpty() ? String.valueOf(position) : head.number();
        Place place = Place.line(source.name(), head.line()).plot(number);
        List<Coordinate[]> rings = new TxtRings(columns, crs.isGeographic(), place, findings).close(raw.points());
        if (rings.isEmpty()) return null;
        try {
            GeoShape shape = GeoShape.of(crs, RingNesting.assemble(rings, limits.ringLevels()));
            return new Plot(number, head.name(), head.use(), head.stated(), shape, PlotTxtFrame.ordered(head.raw()));
        } catch (RingNesting.TooDeep e) {
            findings.add(Problem.refused("format.ring-levels", place, "limit", limits.ringLevels()));
            return null;
        }
    }
}
