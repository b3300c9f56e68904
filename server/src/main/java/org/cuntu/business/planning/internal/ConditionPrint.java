package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.report.PaperParts;
import org.cuntu.core.conformity.report.PdfFace;
import org.cuntu.core.conformity.report.PdfSheet;
import org.cuntu.core.conformity.report.PdfTable;
import org.cuntu.core.conformity.report.PdfTable.Cell;
import org.cuntu.core.conformity.report.PdfTable.Column;
import org.cuntu.engine.measure.Area;
import tools.jackson.databind.JsonNode;

/** What the parts of a sheet's paper print with: headings, tables, names and figures in the paper's language. */
record ConditionPrint(PdfSheet paper, PlotWords words, PlanningWords names, PlotJson plots) {
    void heading(String key) {
        PaperParts.heading(paper, words.of("section." + key), "", 90);
    }

    PdfTable table(int fixed, String... columns) {
        List<Column> all = new ArrayList<>();
        for (String column : columns) {
            boolean figure = column.startsWith("#");
            all.add(new Column(words.of("column." + (figure ? column.substring(1) : column)), "", figure));
        }
        return new PdfTable(paper, all, fixed);
    }

    static void row(PdfTable table, boolean total, String... cells) {
        List<Cell> row = new ArrayList<>();
        for (String cell : cells) row.add(Cell.plain(cell));
        table.row(row, total);
    }

    void note(String text) {
        paper.paragraph(text, PdfFace.TEXT, 8, PdfSheet.SOFT, 0);
    }

    /** m² with two places; – for none. */
    static String area(JsonNode hundredths) {
        return hundredths.isNumber() ? new Area(hundredths.asLong()).toString() : "–";
    }

    String use(String code, String otherwise) {
        Map<String, String> name = plots.use(code, otherwise);
        return code + " " + words.pick(name.getOrDefault("zh", code), name.getOrDefault("en", code));
    }

    String layer(String code) {
        Map<String, String> name = names.layer(code);
        return words.pick(name.getOrDefault("zh", code), name.getOrDefault("en", code));
    }

    String article(JsonNode article) {
        String clause = article.path("clause").asString("");
        boolean sure = article.path("status").asString("").equals("verified");
        return (article.path("doc").asString("") + " " + clause).strip() + (sure ? "" : " · " + words.of("unverified"));
    }
}
