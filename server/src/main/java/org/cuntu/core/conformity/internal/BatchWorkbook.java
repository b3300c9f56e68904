package org.cuntu.core.conformity.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.conformity.BatchRow;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A batch as a workbook: what it is and its sums, every plot with its land use, every finding but PASS, and every plot that
 * could not be reviewed. Areas in m²; the parts of a plot add up to it, and the plots to the total.
 */
@Component
class BatchWorkbook {
    private static final List<String> USES = List.of("agricultural", "cropland", "construction", "unused", "unknown");
    private static final String AREA = "#,##0.00";

    private final BatchGround grounds;

    BatchWorkbook(BatchGround grounds) {
        this.grounds = grounds;
    }

    byte[] of(Batch batch, List<Batch.Sum> sums, List<BatchRow> rows, Locale locale) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Cuntu", "1.0")) {
            Sheets sheets = new Sheets(book, locale, titles(batch, locale));
            sheets.summary(batch, sums);
            sheets.plots(rows);
            sheets.findings(rows);
            sheets.problems(rows);
        }
        return bytes.toByteArray();
    }

    private Map<String, String> titles(Batch batch, Locale locale) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Rule rule : grounds.settled(batch).rules().rules())
            titles.put(rule.id(), rule.title().in(locale));
        return titles;
    }

    private record Sheets(Workbook book, Locale locale, Map<String, String> titles) {
        private String word(String key) {
            return ReviewWords.in(locale, "batch." + key);
        }

        private String conclusion(@Nullable String verdict) {
            return verdict == null ? word("unsound") : ReviewWords.in(locale, "verdict." + verdict);
        }

        private Worksheet sheet(String key, int... widths) {
            Worksheet sheet = book.newWorksheet(word(key));
            for (int c = 0; c < widths.length; c++) sheet.width(c, widths[c]);
            return sheet;
        }

        private void head(Worksheet sheet, int row, String... keys) {
            for (int c = 0; c < keys.length; c++) sheet.value(row, c, word(keys[c]));
            sheet.range(row, 0, row, keys.length - 1)
                    .style()
                    .bold()
                    .fillColor("EEF1F4")
                    .wrapText(true)
                    .set();
        }

        void summary(Batch batch, List<Batch.Sum> sums) {
            Worksheet sheet = sheet("sheet.summary", 22, 14, 20);
            int at = fact(sheet, 0, "name", batch.name());
            at = fact(sheet, at, "id", batch.id());
            at = fact(sheet, at, "file", batch.fileName() + "  SHA-256 " + batch.fileHash());
            at = fact(sheet, at, "as-of", batch.asOf().toString());
            at = fact(sheet, at, "known", String.valueOf(batch.known()));
            at = fact(sheet, at, "rule-set", batch.ruleSet());
            at = fact(sheet, at, "by", batch.by());
            at = fact(sheet, at, "at", batch.at().toString()) + 1;
            head(sheet, at++, "conclusion", "plots", "area");
            int plots = 0;
            Area area = Area.ZERO;
            for (Batch.Sum sum : sums) {
                sheet.value(at, 0, conclusion(sum.conclusion()));
                sheet.value(at, 1, sum.plots());
                area(sheet, at++, 2, sum.area());
                plots += sum.plots();
                area = area.plus(sum.area());
            }
            sheet.value(at, 0, word("total"));
            sheet.value(at, 1, plots);
            area(sheet, at, 2, area);
            sheet.range(at, 0, at, 2).style().bold().format(AREA).set();
            sheet.style(at, 1).bold().format("0").set();
        }

        private int fact(Worksheet sheet, int row, String key, String value) {
            sheet.value(row, 0, word(key));
            sheet.value(row, 1, value);
            return row + 1;
        }

        void plots(List<BatchRow> rows) {
            Worksheet sheet = sheet("sheet.plots", 8, 18, 24, 14, 16, 16, 16, 16, 16, 16, 16, 16, 40, 12);
            head(
                    sheet,
                    0,
                    "position",
                    "number",
                    "plot-name",
                    "conclusion",
                    "area",
                    "agricultural",
                    "cropland",
                    "construction",
                    "unused",
                    "unknown",
                    "farmland",
                    "red-line",
                    "not-answered",
                    "review");
            sheet.freezePane(3, 1);
            int at = 0;
            long[] totals = new long[8];
            for (BatchRow row : rows) {
                at++;
                Verdict verdict = row.conclusion();
                sheet.value(at, 0, row.position());
                sheet.value(at, 1, row.number());
                sheet.value(at, 2, row.name());
                sheet.value(at, 3, conclusion(verdict == null ? null : verdict.name()));
                if (row.review() != null) sheet.value(at, 13, row.review());
                Area legal = row.legalArea();
                String text = row.figures();
                if (legal == null || text == null) continue;
                JsonNode figures = BatchJson.figures(text);
                long[] parts = new long[8];
                parts[0] = legal.hundredths();
                for (int u = 0; u < USES.size(); u++)
                    parts[u + 1] = figures.path("use").path(USES.get(u)).asLong();
                parts[6] = figures.path("farmland").asLong();
                parts[7] = figures.path("redLine").asLong();
                for (int c = 0; c < parts.length; c++) {
                    area(sheet, at, 4 + c, new Area(parts[c]));
                    totals[c] += parts[c];
                }
                sheet.value(at, 12, silent(figures.path("layers")));
            }
            sheet.value(++at, 3, word("total"));
            for (int c = 0; c < totals.length; c++) area(sheet, at, 4 + c, new Area(totals[c]));
            sheet.range(at, 0, at, 13).style().bold().format(AREA).set();
            if (at > 1) sheet.setAutoFilter(0, 0, at - 1, 13);
        }

        private static String silent(JsonNode layers) {
            StringBuilder names = new StringBuilder();
            layers.properties().forEach(layer -> {
                if (layer.getValue().isString())
                    names.append(names.isEmpty() ? "" : " ").append(layer.getKey());
            });
            return names.toString();
        }

        void findings(List<BatchRow> rows) {
            Worksheet sheet = sheet("sheet.findings", 8, 18, 24, 30, 46, 14, 16);
            head(sheet, 0, "position", "number", "plot-name", "rule", "rule-title", "verdict", "concerned");
            sheet.freezePane(0, 1);
            int at = 0;
            for (BatchRow row : rows) {
                String text = row.figures();
                if (text == null) continue;
                for (JsonNode finding : BatchJson.figures(text).path("findings")) {
                    at++;
                    String rule = finding.get(0).asString();
                    sheet.value(at, 0, row.position());
                    sheet.value(at, 1, row.number());
                    sheet.value(at, 2, row.name());
                    sheet.value(at, 3, rule);
                    sheet.value(at, 4, titles.getOrDefault(rule, rule));
                    sheet.value(at, 5, conclusion(finding.get(1).asString()));
                    area(sheet, at, 6, new Area(finding.get(2).asLong()));
                }
            }
            if (at > 0) sheet.setAutoFilter(0, 0, at, 6);
        }

        void problems(List<BatchRow> rows) {
            Worksheet sheet = sheet("sheet.problems", 8, 18, 24, 60, 60);
            head(sheet, 0, "position", "number", "where", "problem", "todo");
            int at = 0;
            for (BatchRow row : rows)
                for (Problem problem : row.problems()) {
                    at++;
                    sheet.value(at, 0, row.position());
                    sheet.value(at, 1, row.number());
                    sheet.value(at, 2, problem.where(locale));
                    sheet.value(at, 3, problem.what(locale));
                    sheet.value(at, 4, problem.todo(locale));
                }
        }

        private static void area(Worksheet sheet, int row, int column, Area area) {
            sheet.value(row, column, area.toBigDecimal());
            sheet.style(row, column).format(AREA).set();
        }
    }
}
