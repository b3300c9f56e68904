package org.cuntu.engine.format;

import java.util.List;
import java.util.Map;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;

/**
 * The coordinate system and column order of a plot TXT file, from its header, its coordinates and what the user stated;
 * whatever these leave open is asked for, whatever they contradict each other in is refused (handbook, 5.2).
 */
final class PlotTxtFrame {
    /** What the two columns of a point look like. */
    enum Columns {
        NORTH_EAST,
        EAST_NORTH,
        LAT_LON,
        LON_LAT,
        NEITHER;

        boolean swapped() {
            return this == EAST_NORTH || this == LON_LAT;
        }

        boolean degrees() {
            return this == LAT_LON || this == LON_LAT;
        }

        static Columns of(double first, double second) {
            if (StrictMath.abs(first) <= 180 && StrictMath.abs(second) <= 180) {
                if (latitude(first) && longitude(second)) return LAT_LON;
                return longitude(first) && latitude(second) ? LON_LAT : NEITHER;
            }
            if (northing(first) && easting(second)) return NORTH_EAST;
            return easting(first) && northing(second) ? EAST_NORTH : NEITHER;
        }

        private static boolean latitude(double v) {
            return v >= 3 && v <= 54;
        }

        private static boolean longitude(double v) {
            return v >= 73 && v <= 136;
        }

        private static boolean northing(double v) {
            return v >= 330_000 && v <= 6_100_000;
        }

        private static boolean easting(double v) {
            double inZone = v >= 1_000_000 ? v - prefix(v) * 1e6 : v;
            return inZone >= 100_000 && inZone < 900_000 && (prefix(v) == 0 || (prefix(v) >= 13 && prefix(v) <= 45));
        }
    }

    private final PlotTxtText text;
    private final @Nullable Crs stated;
    private final String file;
    private final Findings findings;

    PlotTxtFrame(PlotTxtText text, @Nullable Crs stated, String file, Findings findings) {
        this.text = text;
        this.stated = stated;
        this.file = file;
        this.findings = findings;
    }

    private static int prefix(double easting) {
        return (int) StrictMath.floor(easting / 1_000_000);
    }

    /** The columns that all points have; null, with problems found, when they do not agree. */
    @Nullable
    Columns columns() {
        Columns all = null;
        int before = findings.count();
        for (RawPlot plot : text.plots) {
            for (RawPlot.Point point : plot.points()) {
                Columns one = Columns.of(point.first(), point.second());
                Place place = Place.line(file, point.line())
                        .plot(plot.head().number())
                        .point(point.name());
                if (one == Columns.NEITHER)
                    findings.add(Problem.refused(
                            "format.txt.implausible",
                            place,
                            "first",
                            plain(point.first()),
                            "second",
                            plain(point.second())));
                else if (all == null) all = one;
                else if (one != all) findings.add(Problem.refused("format.txt.columns-mixed", place));
            }
        }
        if (findings.count() > before || all == null) return null;
        if (all.swapped()) findings.add(Problem.warning("format.txt.columns-swapped", Place.file(file)));
        return all;
    }

    /** The system; null, with problems found, when it cannot be told. */
    @Nullable
    Crs crs(Columns columns) {
        if (!headerFits()) return null;
        return columns.degrees() ? geographic() : plane(columns);
    }

    private boolean headerFits() {
        int before = findings.count();
        String datum = value("坐标系");
        if (datum.matches(".*(1980|80|西安|1954|54|北京).*") && !datum.contains("2000"))
            findings.add(Problem.refused("format.txt.datum", Place.file(file), "datum", datum));
        else if (!datum.isEmpty() && !datum.matches("(?i).*(2000|CGCS|4490).*") && stated == null)
            findings.add(Problem.refused("format.txt.datum-unknown", Place.file(file), "datum", datum));
        String unit = value("计量单位");
        if (unit.matches(".*(千米|公里|英尺|毫米).*") || unit.equalsIgnoreCase("km"))
            findings.add(Problem.refused("format.txt.unit", Place.file(file), "unit", unit));
        String projection = value("投影类型");
        if (projection.matches("(?i).*(墨卡托|UTM|兰勃特|lambert|mercator).*") && !projection.contains("横轴"))
            findings.add(Problem.refused("format.txt.projection", Place.file(file), "projection", projection));
        return findings.count() == before;
    }

    private @Nullable Crs geographic() {
        if (stated != null && !stated.isGeographic()) {
            contradiction("EPSG:4490");
            return null;
        }
        if (stated == null && value("坐标系").isEmpty())
            findings.add(Problem.warning("format.txt.degrees", Place.file(file)));
        return stated == null ? Crs.CGCS2000 : stated;
    }

    private @Nullable Crs plane(Columns columns) {
        if (!text.hasAttributes) {
            findings.add(Problem.refused("format.txt.no-attributes", Place.file(file)));
            return null;
        }
        if (stated != null && !stated.isGaussKruger()) {
            contradiction("Gauss-Krüger");
            return null;
        }
        Integer prefix = commonPrefix(columns);
        if (prefix == null) return null;
        int named = digits("带号");
        if (prefix > 0 && named > 0 && named != prefix) {
            findings.add(
                    Problem.refused("format.txt.zone-conflict", Place.file(file), "named", named, "prefix", prefix));
            return null;
        }
        int zone = prefix > 0 ? prefix : named;
        if (zone == 0 && stated != null) zone = stated.zone();
        if (zone == 0 || (stated == null && value("坐标系").isEmpty())) {
            findings.add(Problem.refused("format.crs-unknown", Place.file(file), "hint", zone == 0 ? "-" : zone));
            return null;
        }
        return zone(zone, prefix > 0);
    }

    private @Nullable Crs zone(int zone, boolean prefixed) {
        int width = digits("几度分带");
        int natural = zone >= 25 && zone <= 45 ? 3 : zone >= 13 && zone <= 23 ? 6 : 0;
        if (natural == 0 || (width > 0 && width != natural)) {
            findings.add(
                    Problem.refused("format.txt.zone-width", Place.file(file), "zone", zone, "width", value("几度分带")));
            return null;
        }
        Crs found = Crs.zone(zone, natural, prefixed);
        if (stated != null && (stated.zone() != zone || stated.zoneWidth() != natural)) {
            contradiction(found.code());
            return null;
        }
        return found;
    }

    private void contradiction(String found) {
        findings.add(Problem.refused(
                "format.crs-contradicts", Place.file(file), "stated", String.valueOf(stated), "found", found));
    }

    /** The zone in all eastings, 0 for none; null, with problems found, when they differ. */
    private @Nullable Integer commonPrefix(Columns columns) {
        Integer common = null;
        int before = findings.count();
        for (RawPlot plot : text.plots) {
            for (RawPlot.Point point : plot.points()) {
                int prefix = prefix(columns.swapped() ? point.first() : point.second());
                if (common == null) common = prefix;
                if (common != prefix)
                    findings.add(Problem.refused(
                            "format.txt.zone-mixed",
                            Place.line(file, point.line())
                                    .plot(plot.head().number())
                                    .point(point.name()),
                            "one",
                            common,
                            "other",
                            prefix));
            }
        }
        return findings.count() > before ? null : common;
    }

    private String value(String key) {
        return StrictText.plain(text.header.getOrDefault(key, "")).strip();
    }

    private int digits(String key) {
        String digits = value(key).replaceAll("[^0-9].*$", "");
        return digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).toPlainString();
    }

    static Map<String, String> ordered(Map<String, String> map) {
        return java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(map));
    }

    static List<String> keys() {
        return List.of("格式版本号", "数据产生单位", "数据产生日期", "坐标系", "几度分带", "投影类型", "计量单位", "带号", "精度", "转换参数");
    }
}
