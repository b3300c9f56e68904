package org.cuntu.engine.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads the formats of {@link SiteReader} as a list of plots that are each a site of its own. A plot that cannot be
 * reviewed is an entry with its problems and does not stop the others; a file in which none can be is refused, with what
 * is wrong with the first hundred.
 */
public final class PlotListReader {
    private static final int MOST_TOLD = 100;

    private PlotListReader() {}

    /**
     * @param file where the content lies; a bare .shp finds its neighbours beside it
     * @param fileName the name that the user knows, for messages
     * @param stated the system that the user stated; null when none
     * @throws InputRefused when the file is bad as a whole, or no plot of it is sound
     */
    public static PlotList read(Path file, String fileName, @Nullable Crs stated, InputLimits limits) {
        InputSource source = InputSource.of(fileName, file);
        PlotList list =
                switch (FeatureReaders.kind(source, limits)) {
                    case PLOT_TXT -> new PlotTxtList(source, stated, limits).read();
                    case EMPTY, UNSUPPORTED, UNKNOWN -> throw FeatureReaders.refusal(source);
                    case GEOJSON, CSV, FLATGEOBUF, GEOPACKAGE, GEODATABASE, DXF, SHP, ZIP ->
                        FeatureReaders.read(
                                source, ReadOrder.stated(stated), limits, reader -> features(source, reader));
                };
        if (list.entries().stream().allMatch(entry -> entry.plot() == null)) throw none(list);
        return list;
    }

    private static InputRefused none(PlotList list) {
        Set<Problem> problems = new LinkedHashSet<>();
        for (PlotList.Entry entry : list.entries())
            for (Problem problem : entry.problems())
                if (problems.size() < MOST_TOLD && problem.severity() == Severity.REFUSED) problems.add(problem);
        if (problems.isEmpty()) problems.add(Problem.refused("format.no-plots", Problem.Place.file(list.name())));
        return new InputRefused(List.copyOf(problems));
    }

    private static PlotList features(InputSource source, EachFeature reader) {
        try (reader) {
            List<PlotList.Entry> entries = new ArrayList<>();
            reader.forEach(
                    feature -> entries.add(entry(source, FeatureSite.plot(feature), reader.crs())),
                    (number, problems) -> entries.add(new PlotList.Entry(number, "", null, problems)));
            return new PlotList(source.name(), source.sha256(), entries, reader.warnings());
        }
    }

    /** A plot as read, checked as a site of one plot. */
    static PlotList.Entry entry(InputSource source, Plot plot, Crs crs) {
        List<Problem> found = SiteCheck.check(new SiteFile(source.name(), "", crs, Map.of(), List.of(plot), List.of()));
        List<Problem> refusals =
                found.stream().filter(p -> p.severity() == Severity.REFUSED).toList();
        return refusals.isEmpty()
                ? new PlotList.Entry(plot.number(), plot.name(), plot, found)
                : new PlotList.Entry(plot.number(), plot.name(), null, refusals);
    }
}
