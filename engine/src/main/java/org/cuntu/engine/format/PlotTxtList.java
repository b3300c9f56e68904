package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Severity;
import org.jspecify.annotations.Nullable;

/** Reads a plot TXT as if each of its plots stood under the file's header alone. */
final class PlotTxtList {
    private final InputSource source;
    private final @Nullable Crs stated;
    private final InputLimits limits;

    PlotTxtList(InputSource source, @Nullable Crs stated, InputLimits limits) {
        this.source = source;
        this.stated = stated;
        this.limits = limits;
    }

    PlotList read() {
        Findings lines = new Findings(true);
        PlotTxtText text = new PlotTxtReader(source, stated, limits, lines).text();
        List<List<Problem>> ofPlots = new ArrayList<>();
        for (int i = 0; i < text.plots.size(); i++) ofPlots.add(new ArrayList<>());
        List<Problem> ofFile = new ArrayList<>();
        for (Problem problem : lines.all()) {
            int at = plotOf(text, problem);
            if (at < 0) ofFile.add(problem);
            else if (problem.severity() == Severity.REFUSED) ofPlots.get(at).add(problem);
        }
        if (ofFile.stream().anyMatch(p -> p.severity() == Severity.REFUSED)) throw new InputRefused(ofFile);
        Set<Problem> warnings = new LinkedHashSet<>(ofFile);
        List<PlotList.Entry> entries = new ArrayList<>();
        for (int i = 0; i < text.plots.size(); i++) entries.add(entry(text, i, ofPlots.get(i), warnings));
        return new PlotList(source.name(), source.sha256(), entries, List.copyOf(warnings));
    }

    /** The plot in whose lines a problem is; -1 for one of the file. */
    private static int plotOf(PlotTxtText text, Problem problem) {
        Integer line = problem.place().line();
        if (line == null) return -1;
        int at = -1;
        while (at + 1 < text.plots.size() && text.plots.get(at + 1).head().line() <= line) at++;
        return at;
    }

    private PlotList.Entry entry(PlotTxtText text, int at, List<Problem> ofLines, Set<Problem> warnings) {
        PlotHead head = text.plots.get(at).head();
        String number = head.number().isEmpty() ? String.valueOf(at + 1) : head.number();
        List<Problem> refusals = new ArrayList<>(ofLines);
        try {
            SiteFile alone = new PlotTxtReader(source, stated, limits, new Findings()).read(text.only(at));
            if (refusals.isEmpty()) {
                Plot read = alone.plots().getFirst();
                for (Problem warning : alone.warnings()) if (warning.place().line() == null) warnings.add(warning);
                return PlotListReader.entry(
                        source,
                        new Plot(number, read.name(), read.use(), read.stated(), read.shape(), read.raw()),
                        alone.crs());
            }
        } catch (InputRefused e) {
            for (Problem problem : e.problems()) if (problem.severity() == Severity.REFUSED) refusals.add(problem);
        }
        return new PlotList.Entry(number, head.name(), null, refusals);
    }
}
