package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.core.conformity.report.PdfTable.Cell;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** The further pages of a sheet: lines, layers, requirements, corners with edges, sources. For one thread. */
final class ConditionAnnexes {
    private final ConditionPrint print;
    private final ConditionPages.About about;
    private final JsonNode values;
    private final JsonNode terms;

    ConditionAnnexes(ConditionPrint print, ConditionPages.About about) {
        this.print = print;
        this.about = about;
        values = about.content().path("values");
        terms = about.content().path("terms");
    }

    void print() {
        lines();
        controls();
        requirements();
        edges();
        sources();
    }

    private void lines() {
        print.heading("lines");
        boolean any = false;
        PdfTable table = print.table(1, "plot", "line", "name", "#on", "#distance", "#setback");
        for (JsonNode plot : values.path("plots")) {
            if (!plot.path("linesReason").isNull()) print.note(print.words().of("lines.silent"));
            for (JsonNode line : plot.path("lines")) {
                any = true;
                String setback = line.path("setback").asString("");
                ConditionPrint.row(
                        table,
                        false,
                        plot.path("number").asString(""),
                        line.path("type").asString(""),
                        line.path("name").asString(""),
                        ConditionPrint.area(line.path("area")),
                        String.format(
                                Locale.ROOT, "%.2f", line.path("millimetres").asLong() / 1000.0),
                        setback.isEmpty()
                                ? print.words().of("setback.none")
                                : setback + print.words().of("setback.unverified"));
            }
        }
        if (any) table.print(() -> {});
        else print.note(print.words().of("lines.none"));
    }

    private void controls() {
        PdfTable table = print.table(1, "plot", "layer", "answer", "#on", "what");
        for (JsonNode plot : values.path("plots"))
            for (JsonNode control : plot.path("controls")) {
                String answer = control.path("answer").asString("");
                List<String> pieces = new ArrayList<>();
                for (JsonNode piece : control.path("pieces"))
                    pieces.add(piece.path("label").asString("") + " " + ConditionPrint.area(piece.path("area")));
                table.row(
                        List.of(
                                Cell.plain(plot.path("number").asString("")),
                                Cell.plain(print.layer(control.path("layer").asString(""))),
                                new Cell(
                                        print.words().answer(answer),
                                        false,
                                        answer.equals("CONCERNED") ? "CONDITIONAL" : answer,
                                        ""),
                                Cell.plain(
                                        answer.equals("CONCERNED") ? ConditionPrint.area(control.path("area")) : "–"),
                                Cell.plain(String.join("; ", pieces))),
                        false);
            }
        table.print(() -> print.heading("controls"));
    }

    private void requirements() {
        print.heading("requirements");
        PdfTable table = print.table(1, "no", "requirement", "basis");
        int number = 0;
        for (JsonNode each : terms.path("requirements"))
            ConditionPrint.row(
                    table,
                    false,
                    String.valueOf(++number),
                    print.words().pick(each),
                    print.article(each.path("article")));
        if (number > 0) table.print(() -> {});
        else print.note(print.words().of("requirements.none"));
        String remarks = terms.path("remarks").asString("");
        if (!remarks.isEmpty()) print.note(print.words().of("remarks", "remarks", remarks));
        for (JsonNode each : terms.path("basis"))
            print.note(print.words().of("basis.title", "basis", print.article(each)));
    }

    /** A corner of the ground, with the ring's next one. */
    record Corner(int number, Coordinate at, Coordinate next) {}

    static List<Corner> corners(List<Geometry> grounds) {
        List<Corner> corners = new ArrayList<>();
        for (Geometry ground : grounds)
            for (Polygon part : GroundShapes.parts(ground)) {
                ring(part.getExteriorRing().getCoordinates(), corners);
                for (int i = 0; i < part.getNumInteriorRing(); i++)
                    ring(part.getInteriorRingN(i).getCoordinates(), corners);
            }
        return corners;
    }

    private static void ring(Coordinate[] ring, List<Corner> into) {
        for (int i = 0; i + 1 < ring.length; i++) into.add(new Corner(into.size() + 1, ring[i], ring[i + 1]));
    }

    private void edges() {
        if (about.grounds().isEmpty()) return;
        Crs zone = SiteAreas.zoneOf(GeoShape.of(Crs.CGCS2000, about.grounds().getFirst()));
        Crs crs = Crs.zone(zone.zone(), 3, true);
        Function<Coordinate, Coordinate> plane = at -> crs.fromGeodetic(at.x, at.y);
        PdfTable table = print.table(1, "corner", "#x", "#y", "#edge");
        for (Corner corner : corners(about.grounds())) {
            Coordinate here = plane.apply(corner.at());
            ConditionPrint.row(
                    table,
                    false,
                    "J" + corner.number(),
                    places(here.y, 3),
                    places(here.x, 3),
                    places(here.distance(plane.apply(corner.next())), 2));
        }
        table.print(() -> print.heading("corners"));
        print.note(print.words().of("corners.plane", "crs", crs.code()));
    }

    private static String places(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private void sources() {
        PdfTable table = print.table(1, "layer", "from", "hash");
        for (JsonNode layer : values.path("layers")) {
            String hash = layer.path("hash").asString("");
            ConditionPrint.row(
                    table,
                    false,
                    print.layer(layer.path("layer").asString("")),
                    layer.path("inForceFrom").asString("–"),
                    hash.isEmpty()
                            ? print.words().answer("NOT_ANSWERED") + " "
                                    + layer.path("reason").asString("")
                            : hash.replaceAll("([0-9a-f]{8})(?=[0-9a-f])", "$1 "));
        }
        ConditionPrint.row(
                table,
                true,
                print.words().of("title"),
                "",
                about.sheet().hash().replaceAll("([0-9a-f]{8})(?=[0-9a-f])", "$1 "));
        table.print(() -> print.heading("sources"));
    }
}
