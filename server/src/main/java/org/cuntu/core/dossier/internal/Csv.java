package org.cuntu.core.dossier.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.cuntu.core.dossier.Burdens;
import org.cuntu.core.dossier.Dossier;
import org.jspecify.annotations.Nullable;

/** Tables for spreadsheets: UTF-8 with its mark, RFC 4180; no text becomes a formula. */
final class Csv {
    private final StringBuilder text = new StringBuilder("\uFEFF");

    private Csv() {}

    /** One line for each item of each layer, each not answered layer, review and change. */
    static byte[] of(Dossier dossier, Locale locale) {
        boolean en = locale.getLanguage().equals("en");
        Csv csv = new Csv();
        csv.line(
                en
                        ? List.of(
                                "section",
                                "layer",
                                "answer",
                                "kind",
                                "feature",
                                "name",
                                "class",
                                "number",
                                "area m2",
                                "share %",
                                "in force from",
                                "known from",
                                "snapshot",
                                "source")
                        : List.of("部分", "图层", "结果", "类别", "要素", "名称", "类", "编号", "面积㎡", "占比%", "生效", "知悉", "版本", "来源"));
        for (Dossier.Layer layer : dossier.layers()) {
            String name = layer.name().in(locale);
            if (layer.items().isEmpty()) csv.line(layer, name, List.of("", "", "", "", "", "", ""));
            for (Dossier.Item item : layer.items())
                csv.line(
                        layer,
                        name,
                        List.of(
                                item.kind(),
                                item.feature() < 0 ? "" : String.valueOf(item.feature()),
                                item.name(),
                                item.cls(),
                                item.code(),
                                item.area(),
                                none(item.share())));
            if (layer.more() > 0)
                csv.line(
                        layer,
                        name,
                        List.of("more", "", String.valueOf(layer.more()), "", "", none(layer.moreArea()), ""));
        }
        if (dossier.reviews() != null)
            for (Dossier.Review review : dossier.reviews())
                csv.line(List.of(
                        "review",
                        "",
                        review.conclusion(),
                        "",
                        "",
                        review.name(),
                        "",
                        review.id(),
                        none(review.area()),
                        "",
                        "",
                        review.at(),
                        "",
                        ""));
        for (Dossier.Change change : dossier.changes())
            for (Dossier.Step step : change.steps())
                for (Dossier.Move move : step.moves())
                    csv.line(List.of(
                            "change",
                            change.name().in(locale),
                            "",
                            "",
                            "",
                            move.was() + " → " + move.is(),
                            "",
                            "",
                            none(move.area()),
                            "",
                            none(step.to().inForceFrom()),
                            none(step.to().knownFrom()),
                            step.to().hash(),
                            step.to().source()));
        return csv.bytes();
    }

    private void line(Dossier.Layer layer, String name, List<String> item) {
        Dossier.Source source = layer.snapshot();
        String answer = layer.reason() == null ? layer.answer() : layer.answer() + " " + layer.reason();
        line(List.of(
                layer.group(),
                name,
                answer,
                item.get(0),
                item.get(1),
                item.get(2),
                item.get(3),
                item.get(4),
                item.get(5),
                item.get(6),
                source == null ? "" : none(source.inForceFrom()),
                source == null ? "" : none(source.knownFrom()),
                source == null ? "" : source.hash(),
                source == null ? "" : source.source()));
    }

    /** Every row. */
    static byte[] of(Burdens burdens, Locale locale) {
        boolean en = locale.getLanguage().equals("en");
        Csv csv = new Csv();
        csv.line(
                en
                        ? List.of(
                                "layer",
                                "name",
                                "class",
                                "number",
                                "area m2",
                                "share of it %",
                                "burdened by",
                                "feature")
                        : List.of("图层", "名称", "类", "编号", "压占面积㎡", "占其自身%", "由", "要素"));
        for (Burdens.Row row : burdens.rows())
            csv.line(List.of(
                    row.layer(),
                    row.name(),
                    row.cls(),
                    row.code(),
                    row.area(),
                    row.share(),
                    row.ofName(),
                    String.valueOf(row.feature())));
        return csv.bytes();
    }

    private void line(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        text.append("\r\n");
    }

    static String cell(String value) {
        boolean formula = !value.isEmpty() && "=+@\t-".indexOf(value.charAt(0)) >= 0 && !value.matches("-?[0-9.]+");
        String safe = formula ? "'" + value : value;
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    private static String none(@Nullable String text) {
        return text == null ? "" : text;
    }

    private byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
