package org.cuntu.engine.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.RingNesting;
import org.cuntu.engine.geometry.SiteAreas;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the national plot-coordinate TXT: GB18030, CRLF, northing before easting with three decimals (four where the
 * site has exactly so many), the ellipsoidal area in hectares with four, rings closed, outer rings clockwise and holes
 * counter-clockwise from their north-west vertex, point numbers running through the plot. What it wrote reads back and
 * writes the same bytes.
 */
public final class PlotTxtWriter {
    private static final String END = "\r\n";

    private PlotTxtWriter() {}

    /** In the site's own zone, or for longitude and latitude in the 3° zone of its first plot, easting with prefix. */
    public static byte[] write(SiteFile site) {
        Crs crs = site.crs();
        if (!crs.isGaussKruger())
            crs = Crs.zone(SiteAreas.zoneOf(site.plots().getFirst().shape()).zone(), 3, true);
        return write(site, crs);
    }

    /** @param target a Gauss-Krüger zone; other systems are converted to it */
    public static byte[] write(SiteFile site, Crs target) {
        if (!target.isGaussKruger())
            throw new IllegalArgumentException("plot TXT is written in a plane, not " + target);
        StringBuilder out = new StringBuilder();
        header(site, target, out);
        int places = places(site, target);
        for (Plot plot : site.plots()) plot(plot, target, places, out);
        return out.toString().getBytes(StrictText.GB18030);
    }

    private static void header(SiteFile site, Crs target, StringBuilder out) {
        Map<String, String> lines = new LinkedHashMap<>();
        boolean own = site.header().containsKey("坐标系");
        if (!own) PlotTxtFrame.keys().forEach(key -> lines.put(key, key.equals("转换参数") ? ",,,,,," : ""));
        lines.putAll(site.header());
        if (!own || !target.equals(site.crs())) {
            if (!own) lines.put("格式版本号", lines.getOrDefault("格式版本号", "").isEmpty() ? "1.01" : lines.get("格式版本号"));
            if (!own) lines.put("精度", "0.001");
            lines.put("坐标系", "2000国家大地坐标系");
            lines.put("投影类型", "高斯克吕格");
            lines.put("计量单位", "米");
            lines.put("几度分带", String.valueOf(target.zoneWidth()));
            lines.put("带号", String.valueOf(target.zone()));
        } else if (!target.prefixed() && lines.getOrDefault("带号", "").isBlank()) {
            lines.put("带号", String.valueOf(target.zone()));
        }
        String section = "";
        for (Map.Entry<String, String> line : lines.entrySet()) {
            int end = line.getKey().startsWith("[") ? line.getKey().indexOf(']') : -1;
            if (end < 0) continue;
            String of = line.getKey().substring(0, end + 1);
            if (!of.equals(section)) out.append(of).append(END);
            section = of;
            out.append(line.getKey(), end + 1, line.getKey().length())
                    .append('=')
                    .append(flat(line.getValue()))
                    .append(END);
        }
        out.append("[属性描述]").append(END);
        lines.forEach((key, value) -> {
            if (!key.startsWith("["))
                out.append(flat(key)).append('=').append(flat(value)).append(END);
        });
        out.append("[地块坐标]").append(END);
    }

    private static void plot(Plot plot, Crs target, int places, StringBuilder out) {
        Geometry geometry = plot.shape().to(target).geometry();
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            rings.add(ring(polygon.getExteriorRing(), true, places));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                rings.add(ring(polygon.getInteriorRingN(h), false, places));
        }
        GeoShape written = GeoShape.of(target, RingNesting.assemble(rings, Integer.MAX_VALUE));
        int points = rings.stream().mapToInt(r -> r.length).sum();
        List<String> head = new ArrayList<>(List.of(
                String.valueOf(points),
                SiteAreas.legalArea(written).value().hectares(4).toPlainString(),
                field(plot.number()),
                field(plot.name()),
                "面",
                field(plot.raw().getOrDefault("TFH", "")),
                field(plot.use()),
                field(plot.raw().getOrDefault("DLBM", ""))));
        plot.raw().forEach((key, value) -> {
            if (key.matches("F[0-9]+")) head.add(field(value));
        });
        out.append(String.join(",", head)).append(",@").append(END);
        points(rings, places, out);
    }

    private static void points(List<Coordinate[]> rings, int places, StringBuilder out) {
        int name = 1;
        for (int r = 0; r < rings.size(); r++) {
            Coordinate[] ring = rings.get(r);
            int first = name;
            for (int i = 0; i < ring.length; i++) {
                int number = i == ring.length - 1 ? first : name++;
                out.append('J').append(number).append(',').append(r + 1).append(',');
                out.append(fixed(ring[i].y, places))
                        .append(',')
                        .append(fixed(ring[i].x, places))
                        .append(END);
            }
        }
    }

    /** Rounded, turned the right way, starting at the north-west, closed. */
    private static Coordinate[] ring(LinearRing ring, boolean clockwise, int places) {
        Coordinate[] points = ring.getCoordinates();
        int n = points.length - 1;
        Coordinate[] rounded = new Coordinate[n];
        for (int i = 0; i < n; i++)
            rounded[i] = new Coordinate(
                    fixed(points[i].x, places).doubleValue(),
                    fixed(points[i].y, places).doubleValue());
        boolean isClockwise = doubled(rounded) < 0;
        int start = northWest(rounded);
        Coordinate[] out = new Coordinate[n + 1];
        for (int i = 0; i <= n; i++)
            out[i] = rounded[StrictMath.floorMod(isClockwise == clockwise ? start + i : start - i, n)].copy();
        return out;
    }

    private static double doubled(Coordinate[] ring) {
        double sum = 0;
        for (int i = 0; i < ring.length; i++) {
            Coordinate a = ring[i];
            Coordinate b = ring[(i + 1) % ring.length];
            sum += (a.x - ring[0].x) * (b.y - ring[0].y) - (b.x - ring[0].x) * (a.y - ring[0].y);
        }
        return sum;
    }

    private static int northWest(Coordinate[] ring) {
        int best = 0;
        for (int i = 1; i < ring.length; i++) {
            int by = Double.compare(ring[i].y - ring[i].x, ring[best].y - ring[best].x);
            if (by > 0 || (by == 0 && ring[i].y > ring[best].y)) best = i;
        }
        return best;
    }

    /** Four when the site is not converted and its coordinates have exactly so many; otherwise three. */
    private static int places(SiteFile site, Crs target) {
        if (!site.crs().equals(target)) return 3;
        int most = 0;
        for (Plot plot : site.plots())
            for (Coordinate c : plot.shape().geometry().getCoordinates())
                most = StrictMath.max(most, StrictMath.max(decimals(c.x), decimals(c.y)));
        return most == 4 ? 4 : 3;
    }

    private static int decimals(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().scale();
    }

    private static BigDecimal fixed(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    }

    private static String field(String text) {
        return flat(text).replace(',', '，');
    }

    private static String flat(String text) {
        return text.replaceAll("[\\r\\n]+", " ").strip();
    }
}
