package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;

/**
 * What the columns of a table mean, by their heads in Chinese or English: an outline as WKT, or the coordinates of boundary
 * points with the plot and ring that they belong to. Everything else is an attribute.
 *
 * @param names the heads, in order
 * @param wkt the outline's column; -1 when there is none
 * @param x of the coordinate that the head calls east, longitude or X; -1
 * @param y of the coordinate that the head calls north, latitude or Y; -1
 * @param certain whether the heads say which is which: X and Y alone do not, surveyors write X for north
 * @param plot of the plot that a boundary point belongs to; -1: each row is a feature
 * @param ring of the ring within the plot; -1: a plot is one ring
 * @param srid of the system's EPSG number; -1 when there is none
 */
record CsvColumns(List<String> names, int wkt, int x, int y, boolean certain, int plot, int ring, int srid) {
    private static final Set<String> WKT =
            Set.of("wkt", "wkt_geom", "geom", "geometry", "the_geom", "shape", "图形", "几何", "坐标串");
    private static final Set<String> EAST =
            Set.of("经度", "东经", "lon", "lng", "long", "longitude", "东坐标", "e", "east", "easting");
    private static final Set<String> NORTH = Set.of("纬度", "北纬", "lat", "latitude", "北坐标", "n", "north", "northing");
    private static final Set<String> X = Set.of("x", "x坐标", "x_coord", "point_x", "coord_x");
    private static final Set<String> Y = Set.of("y", "y坐标", "y_coord", "point_y", "coord_y");
    private static final Set<String> PLOT =
            Set.of("dkbh", "地块编号", "地块号", "图形编号", "要素编号", "plot", "plot_id", "polygon_id");
    private static final Set<String> SRID = Set.of("srid", "epsg");
    private static final Set<String> RING = Set.of("圈号", "环号", "qh", "ring", "ring_id");

    /**
     * Whether a text's first line can be the head of a table: two cells or more, none of them a number, or one that names
     * an outline.
     */
    static boolean isHead(String line) {
        String[] cells = line.split(String.valueOf(CsvText.separator(line)).replace("|", "\\|"), -1);
        if (cells.length == 1) return WKT.contains(key(cells[0]));
        boolean text = false;
        for (String cell : cells) {
            String bare = cell.replace("\"", "").strip();
            if (bare.length() > 100 || bare.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?")) return false;
            text |= bare.codePoints().anyMatch(Character::isLetter);
        }
        return text;
    }

    /** @throws InputRefused when a head is there twice, or none tells where the features lie */
    static CsvColumns of(List<String> heads, Place place) {
        List<String> names = heads.stream().map(String::strip).toList();
        Map<String, Integer> found = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = key(names.get(i));
            if (!name.isEmpty() && !seen.add(name))
                throw new InputRefused(Problem.refused("format.csv.twice", place, "column", names.get(i)));
            found.putIfAbsent(role(name), i);
        }
        boolean certain = found.containsKey("east") && found.containsKey("north");
        CsvColumns columns = new CsvColumns(
                names,
                found.getOrDefault("wkt", -1),
                found.getOrDefault(certain ? "east" : "x", -1),
                found.getOrDefault(certain ? "north" : "y", -1),
                certain,
                found.getOrDefault("plot", -1),
                found.getOrDefault("ring", -1),
                found.getOrDefault("srid", -1));
        if (columns.wkt < 0 && (columns.x < 0 || columns.y < 0))
            throw new InputRefused(Problem.refused(
                    "format.csv.no-geometry", place, "columns", shown(String.join(", ", names))));
        return columns;
    }

    private static String role(String name) {
        if (WKT.contains(name)) return "wkt";
        if (EAST.contains(name)) return "east";
        if (NORTH.contains(name)) return "north";
        if (X.contains(name)) return "x";
        if (Y.contains(name)) return "y";
        if (SRID.contains(name)) return "srid";
        if (PLOT.contains(name)) return "plot";
        return RING.contains(name) ? "ring" : "";
    }

    private static String key(String name) {
        return StrictText.plain(name).replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    private static String shown(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    /** The positions of the attributes. */
    List<Integer> attributes() {
        List<Integer> attributes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean point = wkt < 0 && (i == x || i == y || i == ring);
            if (i != wkt && i != srid && !point && !names.get(i).isEmpty()) attributes.add(i);
        }
        return attributes;
    }
}
