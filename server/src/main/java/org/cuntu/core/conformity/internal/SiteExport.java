package org.cuntu.core.conformity.internal;

import java.time.LocalDate;
import java.util.Locale;
import org.cuntu.engine.format.GeoJsonWriter;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.format.PlotTxtWriter;
import org.cuntu.engine.format.ShapefileWriter.Encoding;
import org.cuntu.engine.format.SiteFile;
import org.cuntu.engine.format.SiteShapefile;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * A site as a file for somebody else: plot TXT (部颁坐标文件, GB18030, in a zone), GeoJSON (EPSG:4490) or zipped shapefile.
 *
 * @param name with its ending
 */
record SiteExport(String name, String mediaType, Crs crs, byte[] content) {
    /** Degrees beyond the edge of a zone that a site may reach. */
    private static final double BESIDE = 1.0;

    /** What is asked for; crs null: the site's own zone for TXT, else EPSG:4490. */
    record Wish(Format format, @Nullable Crs crs, Encoding encoding) {
        /** @throws InputRefused for a word that is none of the known ones */
        static Wish of(String format, @Nullable String crs, @Nullable String encoding) {
            return new Wish(Format.of(format), system(crs), encoding(encoding));
        }

        private static @Nullable Crs system(@Nullable String crs) {
            if (crs == null || crs.isBlank()) return null;
            return Crs.find(crs.strip())
                    .orElseThrow(() ->
                            new InputRefused(Problem.refused("review.unknown-crs", Problem.Place.UNKNOWN, "crs", crs)));
        }

        private static Encoding encoding(@Nullable String encoding) {
            if (encoding == null || encoding.isBlank()) return Encoding.UTF_8;
            return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
                case "utf-8" -> Encoding.UTF_8;
                case "gbk" -> Encoding.GBK;
                default ->
                    throw new InputRefused(Problem.refused(
                            "site.export-encoding", Problem.Place.UNKNOWN, "given", encoding, "known", "utf-8, gbk"));
            };
        }
    }

    enum Format {
        TXT,
        GEOJSON,
        SHAPEFILE;

        static Format of(String word) {
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "txt" -> TXT;
                case "geojson" -> GEOJSON;
                case "shapefile" -> SHAPEFILE;
                default ->
                    throw new InputRefused(Problem.refused(
                            "site.export-format",
                            Problem.Place.UNKNOWN,
                            "given",
                            word,
                            "known",
                            "txt, geojson, shapefile"));
            };
        }
    }

    /** @throws InputRefused when the site lies too far from the wanted zone, or a TXT is wanted in no plane */
    static SiteExport of(SiteFile site, Wish wish, LocalDate today) {
        String stem = stem(site.name());
        return switch (wish.format()) {
            case TXT -> {
                if (wish.crs() != null && !wish.crs().isGaussKruger())
                    throw new InputRefused(Problem.refused(
                            "site.export-plane",
                            Problem.Place.UNKNOWN,
                            "crs",
                            wish.crs().code()));
                byte[] text = wish.crs() == null
                        ? PlotTxtWriter.write(site)
                        : PlotTxtWriter.write(near(site, wish.crs()), wish.crs());
                Crs in = wish.crs() == null ? site.crs() : wish.crs();
                yield new SiteExport(stem + ".txt", "text/plain;charset=GB18030", in, text);
            }
            case GEOJSON ->
                new SiteExport(stem + ".geojson", "application/geo+json", Crs.CGCS2000, GeoJsonWriter.write(site));
            case SHAPEFILE -> {
                Crs crs = wish.crs() == null ? Crs.CGCS2000 : wish.crs();
                byte[] zip = SiteShapefile.write(near(site, crs), crs, wish.encoding(), stem, today);
                yield new SiteExport(stem + ".zip", "application/zip", crs, zip);
            }
        };
    }

    /** The site, when it may be written in the zone: a plane is no map of ground far beside its strip. */
    private static SiteFile near(SiteFile site, Crs crs) {
        double reach = crs.zoneWidth() / 2.0 + BESIDE;
        for (Plot plot : site.plots())
            for (Coordinate corner : plot.shape().toGeodetic().geometry().getCoordinates())
                if (crs.isGaussKruger() && StrictMath.abs(corner.x - crs.centralMeridian()) > reach)
                    throw new InputRefused(
                            Problem.refused("site.export-zone", Problem.Place.UNKNOWN, "crs", crs.code(), "cm", (int)
                                    crs.centralMeridian()));
        return site;
    }

    private static String stem(String name) {
        String plain = name.replaceAll("(?i)\\.(txt|zip|shp|geojson|json)$", "")
                .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ")
                .strip();
        if (plain.isEmpty()) return "用地范围";
        int end = plain.offsetByCodePoints(0, StrictMath.min(80, plain.codePointCount(0, plain.length())));
        return plain.substring(0, end);
    }
}
