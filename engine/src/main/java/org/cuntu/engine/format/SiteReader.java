package org.cuntu.engine.format;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reads a site from plot TXT or any of the kinds of files that {@link FeatureReader} reads, told apart by content. What it returns has passed {@link SiteCheck}: it may be reviewed. Nothing is repaired but the
 * closing point that TXT writers leave out, with a warning. Keeps nothing; unpacks under names of its own in a folder
 * that it removes.
 */
public final class SiteReader {
    private SiteReader() {}

    /**
     * @param file where the content lies; a bare .shp finds its neighbours beside it
     * @param fileName the name that the user knows, for messages
     * @param stated the system that the user stated; null when none. Asked for by {@code format.crs-unknown}
     * @throws InputRefused with every problem found, refusals first
     */
    public static SiteFile read(Path file, String fileName, @Nullable Crs stated, InputLimits limits) {
        return read(InputSource.of(fileName, file), stated, limits);
    }

    /** As above, from bytes; a bare .shp then comes without system and attributes. */
    public static SiteFile read(byte[] content, String fileName, @Nullable Crs stated, InputLimits limits) {
        return read(InputSource.of(fileName, content), stated, limits);
    }

    private static SiteFile read(InputSource source, @Nullable Crs stated, InputLimits limits) {
        SiteFile site =
                switch (FeatureReaders.kind(source, limits)) {
                    case PLOT_TXT -> new PlotTxtReader(source, stated, limits, new Findings()).read();
                    case EMPTY, UNSUPPORTED, UNKNOWN -> throw FeatureReaders.refusal(source);
                    case GEOJSON, CSV, FLATGEOBUF, GEOPACKAGE, GEODATABASE, DXF, SHP, ZIP ->
                        FeatureReaders.read(
                                source,
                                ReadOrder.stated(stated),
                                limits,
                                reader -> FeatureSite.read(source, reader));
                };
        return checked(site);
    }

    private static SiteFile checked(SiteFile site) {
        List<Problem> found = SiteCheck.check(site);
        List<Problem> refusals =
                found.stream().filter(p -> p.severity() == Severity.REFUSED).toList();
        List<Problem> warnings = new ArrayList<>(site.warnings());
        found.stream().filter(p -> p.severity() == Severity.WARNING).forEach(warnings::add);
        if (!refusals.isEmpty()) {
            List<Problem> all = new ArrayList<>(refusals);
            all.addAll(warnings);
            throw new InputRefused(all);
        }
        return new SiteFile(site.name(), site.sha256(), site.crs(), site.header(), site.plots(), warnings);
    }
}
