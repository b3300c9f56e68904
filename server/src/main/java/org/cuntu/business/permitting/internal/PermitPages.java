package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cuntu.business.permitting.Permit;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PaperParts.Fact;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;

/** The pages of one certificate, from its kept content. For one thread. */
final class PermitPages {
    private static final int SHOWN = 20;

    /** @param state as of today */
    record About(Permit permit, Permit.State state, JsonNode content, String publicUrl) {}

    private final PdfSheet sheet;
    private final PermitWords words;
    private final About about;
    private final Permit permit;
    private final JsonNode content;
    private final PermitSite site;

    PermitPages(PdfSheet sheet, PermitWords words, About about) {
        this.sheet = sheet;
        this.words = words;
        this.about = about;
        permit = about.permit();
        content = about.content();
        site = PermitSite.read(permit.site());
    }

    void print(PermitPlate plate) {
        PaperParts.title(sheet, pick(content.path("title")), !words.isEnglish());
        note(statement(), PdfSheet.INK);
        sheet.skip(6);
        facts();
        note(basis(), PdfSheet.SOFT);
        if (!site.plots().isEmpty()) plate.print(sheet, words, site, permit.issuedOn());
        conditions();
        check();
        if (!site.plots().isEmpty()) corners();
    }

    private String pick(JsonNode text) {
        String zh = text.path("zh").asString("");
        String en = text.path("en").asString("");
        return words.isEnglish() && !en.isEmpty() ? en : zh;
    }

    private void note(String text, java.awt.Color colour) {
        sheet.paragraph(text, PdfFace.TEXT, 8.8f, colour, 0);
    }

    private String statement() {
        return words.of("statement." + (permit.origin() == CaseFile.Origin.NEW ? "new" : "version"))
                .replace("{of}", content.path("of").asString(""))
                .replace("{origin}", words.of("origin." + permit.origin()));
    }

    private void facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.of("number"), permit.number(), true, true));
        facts.add(Fact.of(words.of("case"), permit.caseNumber()));
        facts.add(Fact.of(words.of("state"), words.of("state." + about.state())));
        facts.add(new Fact(words.of("project"), permit.project(), true, true));
        facts.add(Fact.wide(words.of("holder"), permit.holder()));
        for (JsonNode field : content.path("fields")) {
            String title = pick(field.path("title"));
            String value = pick(field.path("value"));
            // What stands above already is not said twice.
            if (value.equals(permit.project()) || value.equals(permit.holder())) continue;
            String shown = value.isEmpty() ? "–" : value;
            facts.add(shown.length() > 24 ? Fact.wide(title, shown) : Fact.of(title, shown));
        }
        if (permit.area().isPositive()) facts.add(new Fact(words.of("area"), area(permit.area()), true, true));
        facts.add(Fact.of(words.of("issued"), permit.issuedOn().toString()));
        facts.add(Fact.of(words.of("valid"), valid()));
        PaperParts.facts(sheet, facts, words.isEnglish() ? 92 : 74);
    }

    private String area(Area area) {
        return area + " m²　" + area.hectares(4).toPlainString() + " " + words.of("unit.ha") + "　"
                + area.mu(4).toPlainString() + " " + words.of("unit.mu");
    }

    private String valid() {
        LocalDate until = permit.validUntil();
        return until == null ? words.of("valid.open") : until.minusDays(1).toString();
    }

    private String basis() {
        List<String> articles = new ArrayList<>();
        for (JsonNode each : content.path("basis")) {
            boolean sure = each.path("status").asString("").equals("VERIFIED");
            articles.add(
                    (each.path("doc").asString("") + " " + each.path("clause").asString("")).strip()
                            + (sure ? "" : " · " + words.of("unverified")));
        }
        return words.of("basis", "basis", String.join(words.isEnglish() ? "; " : "；", articles));
    }

    private void conditions() {
        PaperParts.heading(sheet, words.of("section.terms"), "", 80);
        for (String key : List.of("terms.1", "terms.2", "terms.3")) note(words.of(key), PdfSheet.SOFT);
        sheet.skip(8);
    }

    private void check() {
        List<String> notes = new ArrayList<>();
        notes.add(words.of(about.publicUrl().isEmpty() ? "check.offline" : "check.online"));
        notes.add(words.of("check.number", "number", permit.number()));
        notes.add(words.of("check.hash", "hash", permit.hash().substring(0, SHOWN)));
        List<String> hands = List.of(words.of("hand.authority"), words.of("hand.date", "date", permit.issuedOn()));
        PaperParts.check(
                sheet,
                new PaperParts.Check(
                        about.publicUrl(),
                        permit.number(),
                        permit.hash(),
                        words.of("check.title"),
                        notes,
                        hands,
                        words.of(permit.invented() ? "seal.demo" : "seal.later")));
    }

    private void corners() {
        Crs zone = SiteAreas.zoneOf(site.plots().getFirst().shape());
        Crs crs = Crs.zone(zone.zone(), 3, true);
        PdfTable table = new PdfTable(
                sheet,
                List.of(
                        new PdfTable.Column(words.of("column.plot"), "", false),
                        new PdfTable.Column(words.of("column.corner"), "", false),
                        new PdfTable.Column(words.of("column.x"), "", true),
                        new PdfTable.Column(words.of("column.y"), "", true),
                        new PdfTable.Column(words.of("column.edge"), "", true)),
                2);
        site.plots().forEach(plot -> rows(table, plot.number(), plot.shape().geometry(), crs));
        table.print(() -> PaperParts.heading(sheet, words.of("section.corners"), "", 90));
        note(words.of("corners.plane", "crs", crs.code()), PdfSheet.SOFT);
    }

    private static void rows(PdfTable table, String plot, Geometry ground, Crs crs) {
        int number = 0;
        for (int i = 0; i < ground.getNumGeometries(); i++) {
            if (!(ground.getGeometryN(i) instanceof Polygon polygon)) continue;
            List<LinearRing> rings = new ArrayList<>(List.of(polygon.getExteriorRing()));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) rings.add(polygon.getInteriorRingN(h));
            for (LinearRing ring : rings) {
                Coordinate[] points = ring.getCoordinates();
                for (int at = 0; at + 1 < points.length; at++) {
                    Coordinate here = crs.fromGeodetic(points[at].x, points[at].y);
                    Coordinate next = crs.fromGeodetic(points[at + 1].x, points[at + 1].y);
                    table.row(
                            java.util.stream.Stream.of(
                                            plot,
                                            "J" + ++number,
                                            places(here.y, 3),
                                            places(here.x, 3),
                                            places(here.distance(next), 2))
                                    .map(PdfTable.Cell::plain)
                                    .toList(),
                            false);
                }
            }
        }
    }

    private static String places(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
