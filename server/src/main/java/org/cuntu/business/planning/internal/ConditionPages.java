package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.core.conformity.report.PaperMap;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PaperParts.Fact;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.core.conformity.report.PdfTable.Cell;
import org.cuntu.core.conformity.report.PdfTable.Column;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** The pages of one sheet, from its kept content. For one thread. */
final class ConditionPages {
    private static final int SHOWN = 20;
    private static final int MOST_NUMBERED = 24;
    private static final float PLATE = 210;

    /** @param grounds of the plots, in their order @param known in words */
    record About(
            PlanCondition sheet,
            PlanCondition.State state,
            JsonNode content,
            List<Geometry> grounds,
            String known,
            String publicUrl) {}

    record Plate(Locale locale, Map<String, Snapshot> snapshots, PaperMap.Names names) {}

    private final PdfSheet paper;
    private final PlotWords words;
    private final PlanningWords names;
    private final PlotJson plots;
    private final About about;
    private final JsonNode values;
    private final JsonNode terms;

    ConditionPages(PdfSheet paper, PlotWords words, PlanningWords names, PlotJson plots, About about) {
        this.paper = paper;
        this.words = words;
        this.names = names;
        this.plots = plots;
        this.about = about;
        values = about.content().path("values");
        terms = about.content().path("terms");
    }

    void print(Plate plate) {
        boolean draft = about.sheet().number() == null;
        PaperParts.title(paper, words.of(draft ? "title.draft" : "title"), !words.isEnglish());
        facts();
        limits();
        figures();
        paper.need(PaperMap.height(PLATE) + 40);
        plate(plate);
        check();
        lines();
        controls();
        requirements();
        corners();
        sources();
    }

    private void facts() {
        PlanCondition sheet = about.sheet();
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(words.of("number"), sheet.number() == null ? words.of("draft") : sheet.called(), true, false));
        facts.add(Fact.of(words.of("state"), words.of("state." + about.state())));
        facts.add(new Fact(words.of("name"), sheet.name(), true, true));
        facts.add(Fact.of(words.of("applicant"), sheet.applicant()));
        facts.add(Fact.of(words.of("purpose"), words.pick(terms.path("purpose"))));
        facts.add(Fact.of(words.of("unit"), sheet.unit()));
        facts.add(Fact.of(
                words.of("plots"),
                String.join(words.isEnglish() ? ", " : "、", sheet.plots())
                        + (values.path("isPart").asBoolean(false) ? "\n" + words.of("part") : "")));
        Area area = sheet.area();
        facts.add(new Fact(
                words.of("area"),
                area + " m²　" + area.hectares(4).toPlainString() + " " + words.of("unit.ha") + "　"
                        + area.mu(4).toPlainString() + " " + words.of("unit.mu"),
                true,
                true));
        facts.add(Fact.wide(words.of("plan"), plan()));
        facts.add(Fact.of(
                words.of("clocks"),
                words.of("clocks.value", "asOf", sheet.asOf()) + "\n"
                        + words.of("known.value", "known", about.known())));
        facts.add(Fact.of(words.of("valid"), valid()));
        if (!terms.path("replaces").asString("").isEmpty())
            facts.add(Fact.wide(words.of("replaces"), terms.path("replaces").asString("")));
        PaperParts.facts(paper, facts, words.isEnglish() ? 66 : 58);
    }

    private String plan() {
        JsonNode layer = values.path("layers").path(0);
        return layer.path("source").asString("") + "\n" + words.of("column.from") + " "
                + layer.path("inForceFrom").asString("–");
    }

    private String valid() {
        var until = about.sheet().validUntil();
        String note =
                words.of("validity.note", "status", terms.path("validityStatus").asString(""));
        return (until == null ? "–" : until.minusDays(1)) + "\n" + note;
    }

    private void heading(String key) {
        PaperParts.heading(paper, words.of("section." + key), "", 90);
    }

    private PdfTable table(int fixed, String... columns) {
        List<Column> all = new ArrayList<>();
        for (String column : columns) {
            boolean figure = column.startsWith("#");
            all.add(new Column(words.of("column." + (figure ? column.substring(1) : column)), "", figure));
        }
        return new PdfTable(paper, all, fixed);
    }

    private static void row(PdfTable table, boolean total, String... cells) {
        List<Cell> row = new ArrayList<>();
        for (String cell : cells) row.add(Cell.plain(cell));
        table.row(row, total);
    }

    private void note(String text) {
        paper.paragraph(text, PdfFace.TEXT, 8, PdfSheet.SOFT, 0);
    }

    private void limits() {
        PdfTable table = table(1, "plot", "use", "#area", "#ratio", "#density", "#green", "#height");
        for (JsonNode plot : values.path("plots"))
            row(
                    table,
                    false,
                    plot.path("number").asString(""),
                    use(plot.path("use").asString(""), plot.path("useName").asString("")),
                    area(plot.path("legal")),
                    words.limit(plot.path("ratio")),
                    words.limit(plot.path("density")),
                    words.limit(plot.path("green")),
                    words.limit(plot.path("height")));
        table.print(() -> heading("values"));
        for (JsonNode plot : values.path("plots")) note(plot.path("number").asString("") + "　" + compatible(plot));
    }

    private String use(String code, String otherwise) {
        Map<String, String> name = plots.use(code, otherwise);
        return code + " " + words.pick(name.getOrDefault("zh", code), name.getOrDefault("en", code));
    }

    private String compatible(JsonNode plot) {
        List<String> uses = new ArrayList<>();
        for (JsonNode code : plot.path("compatible")) uses.add(use(code.asString(""), code.asString("")));
        if (uses.isEmpty()) return words.of("compatible.none");
        String most = plot.path("compatibleMost").asString("");
        return words.of(most.isEmpty() ? "compatible" : "compatible.most", "uses", String.join("、", uses))
                .replace("{most}", most);
    }

    private void figures() {
        PdfTable table = table(1, "plot", "#mostFloor", "#leastFloor", "#mostBase", "#leastGreen");
        for (JsonNode plot : values.path("plots")) {
            JsonNode figures = plot.path("figures");
            row(
                    table,
                    false,
                    plot.path("number").asString(""),
                    area(figures.path("mostFloor")),
                    area(figures.path("leastFloor")),
                    area(figures.path("mostBase")),
                    area(figures.path("leastGreen")));
        }
        JsonNode totals = values.path("totals");
        if (values.path("plots").size() > 1)
            row(
                    table,
                    true,
                    words.of("column.total"),
                    area(totals.path("mostFloor")),
                    "–",
                    area(totals.path("mostBase")),
                    area(totals.path("leastGreen")));
        table.print(() -> heading("figures"));
        note(words.of("rounding"));
    }

    /** m² with two places; – for none. */
    private static String area(JsonNode hundredths) {
        return hundredths.isNumber() ? new Area(hundredths.asLong()).toString() : "–";
    }

    private void plate(Plate plate) {
        if (!plate.snapshots().containsKey(PlotsFile.PLOTS)) {
            note(words.of("plate.none"));
            return;
        }
        PaperMap map = new PaperMap(
                paper,
                plate.locale(),
                plate.snapshots(),
                plate.names(),
                about.grounds(),
                500,
                0.5,
                PaperMap.Room.whole(paper, PLATE));
        map.layer(PlotsFile.PLOTS);
        map.layer(PlotsFile.LINES);
        for (Geometry ground : about.grounds()) map.outline(ground, words.of("plate.ground"));
        map.names(PlotsFile.PLOTS, PlotRecord.NUMBER, 6.5f);
        if (corners(about.grounds()).size() <= MOST_NUMBERED)
            for (Corner corner : corners(about.grounds()))
                map.number(corner.at().x, corner.at().y, String.valueOf(corner.number()), false);
        map.finish(words.of("plate"), "", true);
    }

    private void check() {
        PlanCondition sheet = about.sheet();
        boolean draft = sheet.number() == null;
        List<String> notes = new ArrayList<>();
        notes.add(words.of(draft ? "check.draft" : about.publicUrl().isEmpty() ? "check.offline" : "check.online"));
        if (!draft) notes.add(words.of("check.number", "number", sheet.called()));
        notes.add(words.of("check.hash", "hash", sheet.hash().substring(0, SHOWN)));
        List<String> hands = new ArrayList<>();
        hands.add(words.of("hand.drafted", "person", names.person(sheet.draftedBy())));
        String issuer = sheet.issuedBy();
        hands.add(words.of("hand.issued", "person", issuer == null ? "" : names.person(issuer)));
        hands.add(words.of("hand.date", "date", sheet.issuedOn() == null ? "" : sheet.issuedOn()));
        PaperParts.check(
                paper,
                new PaperParts.Check(
                        about.publicUrl(),
                        draft ? "" : sheet.called(),
                        sheet.hash(),
                        words.of("check.title"),
                        notes,
                        hands,
                        words.of("unsigned")));
    }

    private void lines() {
        heading("lines");
        boolean any = false;
        PdfTable table = table(1, "plot", "line", "name", "#on", "#distance", "#setback");
        for (JsonNode plot : values.path("plots")) {
            if (!plot.path("linesReason").isNull()) note(words.of("lines.silent"));
            for (JsonNode line : plot.path("lines")) {
                any = true;
                String setback = line.path("setback").asString("");
                row(
                        table,
                        false,
                        plot.path("number").asString(""),
                        line.path("type").asString(""),
                        line.path("name").asString(""),
                        area(line.path("area")),
                        String.format(
                                Locale.ROOT, "%.2f", line.path("millimetres").asLong() / 1000.0),
                        setback.isEmpty() ? words.of("setback.none") : setback + words.of("setback.unverified"));
            }
        }
        if (any) table.print(() -> {});
        else note(words.of("lines.none"));
    }

    private void controls() {
        PdfTable table = table(1, "plot", "layer", "answer", "#area", "what");
        for (JsonNode plot : values.path("plots"))
            for (JsonNode control : plot.path("controls")) {
                String answer = control.path("answer").asString("");
                List<String> pieces = new ArrayList<>();
                for (JsonNode piece : control.path("pieces"))
                    pieces.add(piece.path("label").asString("") + " " + area(piece.path("area")));
                table.row(
                        List.of(
                                Cell.plain(plot.path("number").asString("")),
                                Cell.plain(layer(control.path("layer").asString(""))),
                                new Cell(
                                        words.answer(answer),
                                        false,
                                        answer.equals("CONCERNED") ? "CONDITIONAL" : answer,
                                        ""),
                                Cell.plain(answer.equals("CONCERNED") ? area(control.path("area")) : "–"),
                                Cell.plain(String.join("; ", pieces))),
                        false);
            }
        table.print(() -> heading("controls"));
    }

    private String layer(String code) {
        Map<String, String> name = names.layer(code);
        return words.pick(name.getOrDefault("zh", code), name.getOrDefault("en", code));
    }

    private void requirements() {
        heading("requirements");
        PdfTable table = table(1, "no", "requirement", "basis");
        int number = 0;
        for (JsonNode each : terms.path("requirements"))
            row(table, false, String.valueOf(++number), words.pick(each), article(each.path("article")));
        if (number > 0) table.print(() -> {});
        else note(words.of("requirements.none"));
        String remarks = terms.path("remarks").asString("");
        if (!remarks.isEmpty()) note(words.of("remarks", "remarks", remarks));
        for (JsonNode each : terms.path("basis")) note(words.of("basis.title", "basis", article(each)));
    }

    private String article(JsonNode article) {
        String clause = article.path("clause").asString("");
        boolean sure = article.path("status").asString("").equals("verified");
        return (article.path("doc").asString("") + " " + clause).strip() + (sure ? "" : " · " + words.of("unverified"));
    }

    /** A corner of the ground, with the ring's next one. */
    private record Corner(int number, Coordinate at, Coordinate next) {}

    private static List<Corner> corners(List<Geometry> grounds) {
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

    private void corners() {
        if (about.grounds().isEmpty()) return;
        Crs zone = SiteAreas.zoneOf(GeoShape.of(Crs.CGCS2000, about.grounds().getFirst()));
        Crs crs = Crs.zone(zone.zone(), 3, true);
        Function<Coordinate, Coordinate> plane = at -> crs.fromGeodetic(at.x, at.y);
        PdfTable table = table(1, "corner", "#x", "#y", "#edge");
        for (Corner corner : corners(about.grounds())) {
            Coordinate here = plane.apply(corner.at());
            row(
                    table,
                    false,
                    "J" + corner.number(),
                    places(here.y, 3),
                    places(here.x, 3),
                    places(here.distance(plane.apply(corner.next())), 2));
        }
        table.print(() -> heading("corners"));
        note(words.of("corners.plane", "crs", crs.code()));
    }

    private static String places(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private void sources() {
        PdfTable table = table(1, "layer", "from", "hash");
        for (JsonNode layer : values.path("layers")) {
            String hash = layer.path("hash").asString("");
            row(
                    table,
                    false,
                    layer(layer.path("layer").asString("")),
                    layer.path("inForceFrom").asString("–"),
                    hash.isEmpty()
                            ? words.answer("NOT_ANSWERED") + " "
                                    + layer.path("reason").asString("")
                            : hash.replaceAll("([0-9a-f]{8})(?=[0-9a-f])", "$1 "));
        }
        row(table, true, words.of("title"), "", about.sheet().hash().replaceAll("([0-9a-f]{8})(?=[0-9a-f])", "$1 "));
        table.print(() -> heading("sources"));
    }
}
