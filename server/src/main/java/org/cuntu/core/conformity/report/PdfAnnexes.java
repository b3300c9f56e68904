package org.cuntu.core.conformity.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cuntu.core.conformity.ReviewGround;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** The annexes: plots, whose land it is, slivers, coordinates. */
final class PdfAnnexes {
    /** Points in one row of the coordinates. */
    private static final int ABREAST = 3;

    private final ReviewView view;
    private final PdfSheet sheet;
    private final Consumer<String> heading;

    /** @param heading prints a section's heading */
    PdfAnnexes(ReviewView view, PdfSheet sheet, Consumer<String> heading) {
        this.view = view;
        this.sheet = sheet;
        this.heading = heading;
    }

    private PdfTable table(int fixed, String... heads) {
        List<PdfTable.Column> columns = new ArrayList<>();
        for (String head : heads) {
            boolean numeric = head.startsWith("#");
            columns.add(new PdfTable.Column(view.word(numeric ? head.substring(1) : head), "", numeric));
        }
        return new PdfTable(sheet, columns, fixed);
    }

    private static void row(PdfTable table, boolean total, String... cells) {
        table.row(Arrays.stream(cells).map(PdfTable.Cell::plain).toList(), total);
    }

    /** Each plot with its figures. */
    void plots() {
        PdfTable table = table(
                1,
                "column.plot",
                "report.name",
                "report.use",
                "#column.squareMetres",
                "#report.plane",
                "#report.statedArea");
        for (JsonNode plot : view.root().at("/site/plots"))
            row(
                    table,
                    false,
                    plot.path("number").asString(""),
                    plot.path("name").asString(""),
                    plot.path("use").asString(""),
                    plot.path("legalArea").asString(""),
                    plot.path("planeArea").asString("–"),
                    plot.path("statedArea").asString("–"));
        row(
                table,
                true,
                view.word("table.total"),
                "",
                "",
                view.text("/site/legalArea"),
                view.root().at("/site/planeArea").asString("–"),
                view.root().at("/site/statedArea").asString("–"));
        table.print(() -> heading.accept(view.word("report.annex.plots")));
    }

    /** Whose ground: by owner and kind of ownership, of the survey's leaves. */
    void owners() {
        Map<List<String>, List<JsonNode>> byOwner = new TreeMap<>((a, b) -> {
            int first = a.getFirst().compareTo(b.getFirst());
            return first != 0 ? first : a.getLast().compareTo(b.getLast());
        });
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode layer : view.root().path("layers"))
            if (layer.path("layer").asString("").equals("DLTB"))
                for (JsonNode leaf : layer.path("leaves")) {
                    String owner = leaf.at("/fields/QSDWMC").asString("");
                    byOwner.computeIfAbsent(
                                    List.of(owner, leaf.at("/fields/QSXZ").asString("")), key -> new ArrayList<>())
                            .add(leaf);
                    all.add(leaf);
                }
        if (all.isEmpty()) return;
        PdfTable table = table(
                1,
                "table.owner",
                "report.ownership",
                "report.annex.in-plots",
                "#report.pieces",
                "#column.squareMetres",
                "#column.hectares");
        byOwner.forEach((key, leaves) -> owner(table, key, leaves, false));
        owner(table, List.of(view.word("table.total"), ""), all, true);
        table.print(() -> heading.accept(view.word("report.annex.owners")));
    }

    private void owner(PdfTable table, List<String> key, List<JsonNode> leaves, boolean total) {
        Area area = Area.ZERO;
        long hectares = 0;
        TreeSet<String> plots = new TreeSet<>();
        for (JsonNode leaf : leaves) {
            area = area.plus(Area.parse(leaf.path("area").asString("0")));
            hectares += Long.parseLong(leaf.path("hectares").asString("0").replace(".", ""));
            plots.add(leaf.path("plot").asString(""));
        }
        String nature = key.getLast();
        String in = plots.size() > 8
                ? view.word("text.plots", "count", plots.size())
                : String.join(view.isEnglish() ? ", " : "、", plots);
        row(
                table,
                total,
                key.getFirst().isEmpty() ? view.word("owner.unknown") : key.getFirst(),
                nature.isEmpty() ? "" : view.word("nature." + nature(nature)) + " " + nature,
                total ? "" : in,
                String.valueOf(leaves.size()),
                area.toString(),
                BigDecimal.valueOf(hectares, 4).toPlainString());
    }

    private static String nature(String code) {
        if (code.startsWith("1") || code.startsWith("2")) return "STATE";
        return code.startsWith("3") || code.startsWith("4") ? "COLLECTIVE" : "UNKNOWN";
    }

    /** Slivers (边界误差): in every sum, seen by no rule, hidden from nobody. */
    void slivers() {
        PdfTable table = table(
                1,
                "report.layer",
                "column.plot",
                "report.feature",
                "#column.squareMetres",
                "#report.perimeter",
                "report.seen");
        Area sum = Area.ZERO;
        int count = 0;
        for (JsonNode layer : view.root().path("layers"))
            for (JsonNode leaf : layer.path("leaves")) {
                if (!leaf.path("sliver").asBoolean(false)) continue;
                count++;
                sum = sum.plus(Area.parse(leaf.path("area").asString("0")));
                row(
                        table,
                        false,
                        layer.path("name").asString(""),
                        leaf.path("plot").asString(""),
                        leaf.at("/fields/BSM").asString(leaf.path("feature").asString("–")),
                        leaf.path("area").asString(""),
                        leaf.path("perimeter").asString("–"),
                        view.word(layer.at("/slivers/seen").asBoolean(false) ? "report.yes" : "report.no"));
            }
        if (count == 0) {
            sheet.turn(false);
            heading.accept(view.word("report.slivers"));
            sheet.paragraph(view.word("report.slivers.none"), PdfFace.TEXT, 9, PdfSheet.INK, 0);
            return;
        }
        row(table, true, view.word("table.total"), "", String.valueOf(count), sum.toString(), "", "");
        table.print(() -> heading.accept(view.word("report.slivers")));
    }

    /** Every boundary point in the system that the site came in, several points a row. */
    void coordinates(ReviewGround ground) {
        boolean first = true;
        for (Plot plot : ground.plots()) {
            coordinates(ground.crs(), plot, first);
            first = false;
        }
    }

    private void coordinates(Crs crs, Plot plot, boolean opening) {
        boolean degrees = !crs.isGaussKruger();
        List<String[]> points = points(plot.shape().geometry(), degrees);
        boolean rings = !points.isEmpty() && !points.getLast()[1].equals("1");
        List<String> keys = new ArrayList<>(List.of("corner.number"));
        if (rings) keys.add("corner.ring");
        keys.add(degrees ? "#corner.lon" : "#corner.x");
        keys.add(degrees ? "#corner.lat" : "#corner.y");
        List<String> heads = new ArrayList<>();
        for (int i = 0; i < ABREAST; i++) heads.addAll(keys);
        PdfTable table = table(0, heads.toArray(String[]::new));
        int rows = (points.size() + ABREAST - 1) / ABREAST;
        for (int r = 0; r < rows; r++) {
            List<String> cells = new ArrayList<>();
            for (int c = 0; c < ABREAST; c++)
                for (int k = 0; k < 4; k++)
                    if (k != 1 || rings) cells.add(r + c * rows < points.size() ? points.get(r + c * rows)[k] : "");
            row(table, false, cells.toArray(String[]::new));
        }
        table.print(() -> {
            if (opening) heading.accept(view.word("report.annex.coordinates", "crs", crs.code()));
            sheet.need(70);
            String name = (plot.number() + " " + plot.name()).strip();
            sheet.paragraph(
                    view.word("corner.plot", "plot", name, "count", points.size()),
                    PdfFace.BOLD,
                    8.5f,
                    PdfSheet.INK,
                    0);
        });
    }

    private static List<String[]> points(Geometry shape, boolean degrees) {
        List<String[]> points = new ArrayList<>();
        int ring = 0;
        for (int g = 0; g < shape.getNumGeometries(); g++) {
            if (!(shape.getGeometryN(g) instanceof Polygon polygon)) continue;
            add(polygon.getExteriorRing().getCoordinates(), ++ring, degrees, points);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                add(polygon.getInteriorRingN(h).getCoordinates(), ++ring, degrees, points);
        }
        return points;
    }

    /** X is north and Y east, as in the national files. */
    private static void add(Coordinate[] ring, int number, boolean degrees, List<String[]> into) {
        for (int i = 0; i + 1 < ring.length; i++)
            into.add(new String[] {
                "J" + (into.size() + 1),
                String.valueOf(number),
                degrees ? places(ring[i].x, 9) : places(ring[i].y, 3),
                degrees ? places(ring[i].y, 9) : places(ring[i].x, 3)
            });
    }

    private static String places(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
