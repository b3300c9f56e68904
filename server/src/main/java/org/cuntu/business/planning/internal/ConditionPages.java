package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.core.conformity.report.PaperMap;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PaperParts.Fact;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.databind.JsonNode;

/** The pages of one sheet, from its kept content. For one thread. */
final class ConditionPages {
    private static final int SHOWN = 20;
    private static final int MOST_NUMBERED = 24;
    private static final float PLATE = 186;

    /** @param grounds of the plots, in their order @param known in words */
    record About(
            PlanCondition sheet,
            PlanCondition.State state,
            JsonNode content,
            List<Geometry> grounds,
            String known,
            String publicUrl) {}

    record Plate(Locale locale, Map<String, Snapshot> snapshots, PaperMap.Names names) {}

    private final ConditionPrint print;
    private final PdfSheet paper;
    private final PlotWords words;
    private final About about;
    private final JsonNode values;
    private final JsonNode terms;

    ConditionPages(ConditionPrint print, About about) {
        this.print = print;
        this.about = about;
        paper = print.paper();
        words = print.words();
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
        new ConditionAnnexes(print, about).print();
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
        LocalDate until = about.sheet().validUntil();
        boolean sure = terms.path("validityStatus").asString("").equals("verified");
        return (until == null ? "–" : until.minusDays(1).toString()) + (sure ? "" : "\n" + words.of("validity.note"));
    }

    private void limits() {
        PdfTable table = print.table(1, "plot", "use", "#area", "#ratio", "#density", "#green", "#height");
        for (JsonNode plot : values.path("plots"))
            ConditionPrint.row(
                    table,
                    false,
                    plot.path("number").asString(""),
                    print.use(
                            plot.path("use").asString(""), plot.path("useName").asString("")),
                    ConditionPrint.area(plot.path("legal")),
                    words.limit(plot.path("ratio")),
                    words.limit(plot.path("density")),
                    words.limit(plot.path("green")),
                    words.limit(plot.path("height")));
        table.print(() -> print.heading("values"));
        for (JsonNode plot : values.path("plots"))
            print.note(plot.path("number").asString("") + "　" + compatible(plot));
    }

    private String compatible(JsonNode plot) {
        List<String> uses = new ArrayList<>();
        for (JsonNode code : plot.path("compatible")) uses.add(print.use(code.asString(""), code.asString("")));
        if (uses.isEmpty()) return words.of("compatible.none");
        String most = plot.path("compatibleMost").asString("");
        return words.of(most.isEmpty() ? "compatible" : "compatible.most", "uses", String.join("、", uses))
                .replace("{most}", most);
    }

    private void figures() {
        PdfTable table = print.table(1, "plot", "#mostFloor", "#leastFloor", "#mostBase", "#leastGreen");
        for (JsonNode plot : values.path("plots")) {
            JsonNode figures = plot.path("figures");
            ConditionPrint.row(
                    table,
                    false,
                    plot.path("number").asString(""),
                    ConditionPrint.area(figures.path("mostFloor")),
                    ConditionPrint.area(figures.path("leastFloor")),
                    ConditionPrint.area(figures.path("mostBase")),
                    ConditionPrint.area(figures.path("leastGreen")));
        }
        JsonNode totals = values.path("totals");
        if (values.path("plots").size() > 1)
            ConditionPrint.row(
                    table,
                    true,
                    words.of("column.total"),
                    ConditionPrint.area(totals.path("mostFloor")),
                    "–",
                    ConditionPrint.area(totals.path("mostBase")),
                    ConditionPrint.area(totals.path("leastGreen")));
        table.print(() -> print.heading("figures"));
        print.note(words.of("rounding"));
    }

    private void plate(Plate plate) {
        if (!plate.snapshots().containsKey(PlotsFile.PLOTS)) {
            print.note(words.of("plate.none"));
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
        if (ConditionAnnexes.corners(about.grounds()).size() <= MOST_NUMBERED)
            for (ConditionAnnexes.Corner corner : ConditionAnnexes.corners(about.grounds()))
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
        hands.add(words.of("hand.drafted", "person", print.names().person(sheet.draftedBy())));
        String issuer = sheet.issuedBy();
        hands.add(words.of(
                "hand.issued", "person", issuer == null ? "" : print.names().person(issuer)));
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
}
