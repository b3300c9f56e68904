package org.cuntu.business.planning.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cuntu.business.planning.LineRule;
import org.cuntu.business.planning.RuleAnswer;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.business.planning.SectorRule;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.Settings;
import org.springframework.stereotype.Component;

/** The tables and papers of sector plans. The same round gives the same paper. Thread safe. */
@Component
class SectorPapers {
    private final SectorJson json;
    private final SectorPlate plate;
    private final PlanningWords words;
    private final CityFolder city;
    private final String publicUrl;
    /** A paper holds its faces in memory while it is drawn. */
    private final Semaphore drawing = new Semaphore(2);

    SectorPapers(SectorJson json, SectorPlate plate, PlanningWords words, CityFolder city, Settings settings) {
        this.json = json;
        this.plate = plate;
        this.words = words;
        this.city = city;
        publicUrl = settings.publicUrl().replaceAll("/+$", "");
    }

    private static String in(Locale locale, Map<String, String> named) {
        return Objects.requireNonNullElse(named.get(PlanWords.isEnglish(locale) ? "en" : "zh"), "");
    }

    /** The list, and its counts by sector and state. */
    PlanWorkbook list(List<SectorEntry> entries, LocalDate day, Locale locale) {
        List<List<String>> rows = new ArrayList<>();
        for (SectorEntry entry : entries) {
            Map<String, ?> shown = json.entry(entry, day);
            Object late = shown.get("lateDays");
            LocalDate on = entry.approvedOn();
            rows.add(List.of(
                    entry.code(),
                    entry.name(),
                    in(locale, json.sector(entry.sector())),
                    PlanWords.in(locale, "level." + entry.level()),
                    in(locale, words.division(entry.division())),
                    entry.maker(),
                    entry.approver(),
                    entry.firstYear() + "–" + entry.lastYear(),
                    entry.deadline().toString(),
                    PlanWords.in(locale, "state." + entry.state()),
                    late == null ? "" : late.toString(),
                    Objects.requireNonNullElse(entry.approval(), ""),
                    on == null ? "" : on.toString(),
                    entry.invented() ? PlanWords.in(locale, "invented") : ""));
        }
        List<String> heads = heads(
                locale,
                "code name sector level division maker approver years deadline state late approval approved-on note");
        String title = PlanWords.in(locale, "list.title");
        return new PlanWorkbook(
                "sector-plans-" + day,
                PlanWords.in(locale, "as-of") + " " + day,
                List.of(new PlanWorkbook.Sheet(title, heads, List.of(10), rows), counts(entries, locale)));
    }

    private PlanWorkbook.Sheet counts(List<SectorEntry> entries, Locale locale) {
        Map<String, List<SectorEntry>> bySector = new TreeMap<>();
        for (SectorEntry entry : entries)
            bySector.computeIfAbsent(entry.sector(), id -> new ArrayList<>()).add(entry);
        List<List<String>> rows = new ArrayList<>();
        bySector.forEach((sector, of) -> rows.add(counted(in(locale, json.sector(sector)), of)));
        rows.add(counted(PlanWords.in(locale, "total"), entries));
        List<String> heads = new ArrayList<>(List.of(PlanWords.in(locale, "column.sector")));
        List<Integer> figures = new ArrayList<>();
        for (SectorEntry.State state : SectorEntry.State.values()) {
            figures.add(heads.size());
            heads.add(PlanWords.in(locale, "state." + state));
        }
        figures.add(heads.size());
        heads.add(PlanWords.in(locale, "total"));
        return new PlanWorkbook.Sheet(PlanWords.in(locale, "counts.title"), heads, figures, rows);
    }

    private static List<String> counted(String name, List<SectorEntry> entries) {
        List<String> row = new ArrayList<>(List.of(name));
        for (SectorEntry.State state : SectorEntry.State.values())
            row.add(String.valueOf(
                    entries.stream().filter(entry -> entry.state() == state).count()));
        row.add(String.valueOf(entries.size()));
        return row;
    }

    private static List<String> heads(Locale locale, String keys) {
        return java.util.Arrays.stream(keys.split(" "))
                .map(key -> PlanWords.in(locale, "column." + key))
                .toList();
    }

    /** Rules by county, and the places. */
    PlanWorkbook conflicts(SectorEntry entry, SectorRound round, SectorFindings findings, Locale locale) {
        List<List<String>> places = new ArrayList<>();
        List<List<String>> rules = new ArrayList<>();
        for (SectorRule.Answer answer : findings.answers()) {
            LineRule rule = answer.rule().rule();
            String title = PlanWords.isEnglish(locale) ? rule.en() : rule.zh();
            String verdict = PlanWords.in(locale, "verdict." + answer.verdict());
            for (SectorRule.CountyArea part : answer.counties())
                rules.add(List.of(
                        rule.id(),
                        title,
                        verdict,
                        county(part.county(), locale),
                        part.area().toString()));
            var area = answer.found().area();
            rules.add(List.of(
                    rule.id(), title, verdict, PlanWords.in(locale, "total"), area == null ? "" : area.toString()));
            for (RuleAnswer.Place place : answer.found().places())
                places.add(List.of(
                        rule.id(),
                        title,
                        verdict,
                        in(locale, words.layer(place.layer())),
                        place.key(),
                        county(place.county(), locale),
                        place.area().toString(),
                        middle(place.box(), 0),
                        middle(place.box(), 1)));
        }
        return new PlanWorkbook(
                "sector-check-" + entry.code() + "-" + round.round(),
                PlanWords.in(locale, "as-of") + " " + findings.asOf() + " · SHA-256 " + round.hash(),
                List.of(
                        new PlanWorkbook.Sheet(
                                PlanWords.in(locale, "places.title"),
                                heads(locale, "rule rule-name verdict layer feature division area lon lat"),
                                List.of(6, 7, 8),
                                places),
                        new PlanWorkbook.Sheet(
                                PlanWords.in(locale, "by-county.title"),
                                heads(locale, "rule rule-name verdict division area"),
                                List.of(4),
                                rules)));
    }

    String county(String code, Locale locale) {
        return code.isEmpty() ? PlanWords.in(locale, "no-county") : in(locale, words.division(code));
    }

    private static String middle(List<Double> box, int axis) {
        return box.size() == 4 ? String.format(Locale.ROOT, "%.6f", (box.get(axis) + box.get(axis + 2)) / 2) : "";
    }

    /** The report of a round. */
    byte[] report(SectorEntry entry, SectorRound round, SectorFindings findings, Locale locale) {
        drawing.acquireUninterruptibly();
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) Objects.hashCode(round.hash()));
            document.getDocumentCatalog().setLanguage(PlanWords.isEnglish(locale) ? "en" : "zh-CN");
            PdfSheet sheet = new PdfSheet(document);
            new SectorReport(sheet, entry, round, findings, locale, this, json, words, plate, city.zone(), publicUrl)
                    .print();
            int pages = sheet.pageCount();
            sheet.finish(
                    PlanWords.isEnglish(locale) ? city.en() : city.zh(),
                    entry.code() + "-" + round.round(),
                    entry.invented() ? PlanWords.in(locale, "invented") : "",
                    page -> PlanWords.in(locale, "page")
                            .replace("{page}", String.valueOf(page))
                            .replace("{pages}", String.valueOf(pages)));
            document.getDocumentInformation().setTitle(PlanWords.in(locale, "report.title") + " " + entry.name());
            document.getDocumentInformation().setProducer("Cuntu");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            drawing.release();
        }
    }
}
