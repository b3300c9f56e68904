package org.cuntu.business.planning.internal;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.business.planning.SectorRule;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;

/** The check on paper (专项规划衔接核对报告): what was checked, each rule, a plate, the places, and of which versions. */
final class SectorReport {
    private static final int MOST_PLACES = 200;
    /** Digits of the fingerprint that a paper shows. */
    private static final int SHOWN = 20;

    private final PdfSheet sheet;
    private final SectorEntry entry;
    private final SectorRound round;
    private final SectorFindings findings;
    private final Locale locale;
    private final SectorPapers papers;
    private final SectorJson json;
    private final PlanningWords words;
    private final SectorPlate plate;
    private final ZoneId zone;
    private final String publicUrl;

    SectorReport(
            PdfSheet sheet,
            SectorEntry entry,
            SectorRound round,
            SectorFindings findings,
            Locale locale,
            SectorPapers papers,
            SectorJson json,
            PlanningWords words,
            SectorPlate plate,
            ZoneId zone,
            String publicUrl) {
        this.sheet = sheet;
        this.entry = entry;
        this.round = round;
        this.findings = findings;
        this.locale = locale;
        this.papers = papers;
        this.json = json;
        this.words = words;
        this.plate = plate;
        this.zone = zone;
        this.publicUrl = publicUrl;
    }

    void print() {
        sheet.paragraph(word("report.title"), PdfFace.TITLE, 20, PdfSheet.INK, 0);
        sheet.skip(4);
        facts();
        String number = SectorPaperSource.number(entry.code(), round.round());
        String print = Objects.requireNonNullElse(round.hash(), "");
        PaperParts.check(
                sheet,
                new PaperParts.Check(
                        publicUrl,
                        number,
                        print,
                        word("code.title"),
                        List.of(
                                word(publicUrl.isEmpty() ? "code.offline" : "code.online"),
                                number,
                                print.substring(0, Math.min(SHOWN, print.length()))),
                        List.of(),
                        word("code.unsigned")));
        rules();
        sheet.need(SectorPlate.height());
        heading("section.plate");
        plate.print(sheet, findings, locale);
        places();
        heading("section.versions");
        findings.used()
                .forEach((layer, hash) ->
                        sheet.paragraph(name(layer) + "　" + layer + "　" + hash, PdfFace.TEXT, 7.5f, PdfSheet.SOFT, 0));
        sheet.paragraph(word("method"), PdfFace.TEXT, 8, PdfSheet.FAINT, 0);
    }

    private void facts() {
        PdfTable table = new PdfTable(sheet, List.of(column("fact", false), column("value", false)), 1);
        fact(table, "column.name", entry.code() + " " + entry.name());
        fact(
                table,
                "column.sector",
                (isEnglish()
                        ? json.sector(entry.sector()).get("en")
                        : json.sector(entry.sector()).get("zh")));
        fact(table, "column.maker", entry.maker());
        fact(table, "column.division", papers.county(entry.division(), locale));
        fact(table, "fact.round", String.valueOf(round.round()));
        fact(table, "fact.file", round.fileName() + "　SHA-256 " + round.file());
        Double width = round.width();
        if (width != null) fact(table, "fact.width", width + " m");
        fact(
                table,
                "fact.at",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone).format(round.begunAt()));
        fact(table, "fact.area", findings.ground().area() + " m²");
        fact(
                table,
                "fact.counties",
                findings.ground().counties().stream()
                        .map(part -> papers.county(part.county(), locale) + " " + part.area())
                        .collect(Collectors.joining("；")));
        table.row(
                List.of(
                        PdfTable.Cell.plain(word("fact.conclusion")),
                        new PdfTable.Cell(
                                word("verdict." + findings.verdict()),
                                true,
                                findings.verdict().name(),
                                "")),
                false);
        table.print(() -> {});
    }

    private void fact(PdfTable table, String key, @org.jspecify.annotations.Nullable String value) {
        table.row(
                List.of(PdfTable.Cell.plain(word(key)), PdfTable.Cell.plain(Objects.requireNonNullElse(value, ""))),
                false);
    }

    private void rules() {
        PdfTable table = new PdfTable(
                sheet,
                List.of(
                        column("rule", false),
                        column("rule-name", false),
                        column("verdict", false),
                        column("area", true),
                        column("by-county", false),
                        column("article", false)),
                2);
        for (SectorRule.Answer answer : findings.answers()) {
            LineRule rule = answer.rule().rule();
            var area = answer.found().area();
            String needs = isEnglish() ? answer.rule().needsEn() : answer.rule().needsZh();
            boolean conditional = answer.verdict().name().equals("CONDITIONAL");
            table.row(
                    List.of(
                            PdfTable.Cell.plain(rule.id()),
                            PdfTable.Cell.plain((isEnglish() ? rule.en() : rule.zh())
                                    + (conditional ? "　" + word("needs") + needs : "")),
                            new PdfTable.Cell(
                                    word("verdict." + answer.verdict()),
                                    false,
                                    answer.verdict().name(),
                                    ""),
                            PdfTable.Cell.plain(area == null ? "–" : area.toString()),
                            PdfTable.Cell.plain(answer.counties().stream()
                                    .map(part -> papers.county(part.county(), locale) + " " + part.area())
                                    .collect(Collectors.joining("；"))),
                            PdfTable.Cell.plain(rule.article().doc()
                                    + rule.article().clause()
                                    + (rule.article().status().equals("verified") ? "" : word("unverified")))),
                    false);
        }
        table.print(() -> heading("section.rules"));
    }

    private void places() {
        PdfTable table = new PdfTable(
                sheet,
                List.of(
                        column("rule", false),
                        column("layer", false),
                        column("feature", false),
                        column("division", false),
                        column("area", true)),
                1);
        int shown = 0;
        for (SectorRule.Answer answer : findings.answers())
            for (RuleAnswer.Place place : answer.found().places()) {
                if (shown++ >= MOST_PLACES) break;
                table.row(
                        List.of(
                                PdfTable.Cell.plain(answer.rule().rule().id()),
                                PdfTable.Cell.plain(name(place.layer())),
                                PdfTable.Cell.plain(place.key()),
                                PdfTable.Cell.plain(papers.county(place.county(), locale)),
                                PdfTable.Cell.plain(place.area().toString())),
                        false);
            }
        if (shown > 0) table.print(() -> heading("section.places"));
        sheet.turn(false);
    }

    private String name(String layer) {
        return Objects.requireNonNullElse(words.layer(layer).get(isEnglish() ? "en" : "zh"), layer);
    }

    private boolean isEnglish() {
        return PlanWords.isEnglish(locale);
    }

    private PdfTable.Column column(String key, boolean figure) {
        return new PdfTable.Column(word("column." + key), "", figure);
    }

    private String word(String key) {
        return PlanWords.in(locale, key);
    }

    private void heading(String key) {
        sheet.need(90);
        sheet.bookmark(word(key));
        sheet.paragraph(word(key), PdfFace.TITLE, 12, PdfSheet.INK, 0);
    }
}
