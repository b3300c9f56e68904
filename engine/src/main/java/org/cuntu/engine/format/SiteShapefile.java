package org.cuntu.engine.format;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cuntu.engine.format.ShapefileWriter.Encoding;
import org.cuntu.engine.format.ShapefileWriter.Row;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.jspecify.annotations.Nullable;

/**
 * Writes a site as a shapefile with the fields of the plot TXT heads: DKBH, DKMC, DKYT, DKMJ (hectares, four places, as
 * the area is by the written coordinates' system) and the plots' other attributes whose names a .dbf can hold.
 */
public final class SiteShapefile {
    private static final Set<String> OWN = Set.of("DKBH", "DKMC", "DKYT", "DKMJ", "STATEDAREA", "LEGALAREA");

    private SiteShapefile() {}

    /** The zip; {@code name} is of the files in it. */
    public static byte[] write(SiteFile site, Crs crs, Encoding encoding, String name, LocalDate writtenOn) {
        Set<String> others = new LinkedHashSet<>();
        Set<String> taken = new LinkedHashSet<>(OWN);
        for (Plot plot : site.plots())
            for (String key : plot.raw().keySet())
                if (key.matches("[A-Za-z][A-Za-z0-9_]{0,9}") && taken.add(key.toUpperCase(Locale.ROOT)))
                    others.add(key);
        List<DbfColumn> columns = new ArrayList<>(List.of(
                DbfColumn.text("DKBH"),
                DbfColumn.text("DKMC"),
                DbfColumn.text("DKYT"),
                DbfColumn.number("DKMJ", 16, 4)));
        others.forEach(key -> columns.add(DbfColumn.text(key)));
        List<Row> rows =
                site.plots().stream().map(plot -> row(plot, crs, others)).toList();
        return new ShapefileWriter(crs, columns, encoding, writtenOn).write(name, rows);
    }

    private static Row row(Plot plot, Crs crs, Set<String> others) {
        BigDecimal hectares = SiteAreas.legalArea(plot.shape().to(crs)).value().hectares(4);
        List<@Nullable Object> values = new ArrayList<>(List.of(plot.number(), plot.name(), plot.use(), hectares));
        for (String key : others) values.add(plot.raw().get(key));
        return new Row(plot.shape(), values);
    }
}
