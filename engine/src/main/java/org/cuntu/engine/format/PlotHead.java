package org.cuntu.engine.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.StatedArea;
import org.jspecify.annotations.Nullable;

/**
 * The head line of a plot: {@code n, area, DKBH, DKMC, kind, TFH, DKYT, DLBM, … @}. The kind (面, 线, 点) is the anchor,
 * so that a head without n, or with more or fewer fields behind, is read as well.
 *
 * @param kind 面, 线 or 点; empty when the head names none
 * @param extra the fields behind the kind, as written
 */
record PlotHead(int line, String count, String area, String number, String name, String kind, List<String> extra) {
    private static final List<String> KINDS = List.of("面", "线", "点");
    /** How the fields behind the kind are called in {@link Plot#raw}. */
    static final List<String> EXTRA = List.of("TFH", "DKYT", "DLBM");

    static PlotHead parse(String line, int number) {
        List<String> fields = fields(line);
        int kind = -1;
        for (int i = 0; i < fields.size() && kind < 0; i++)
            if (i >= 2 && KINDS.contains(StrictText.plain(fields.get(i)).strip())) kind = i;
        int at = kind < 0 ? 4 : kind;
        return new PlotHead(
                number,
                field(fields, at - 4),
                field(fields, at - 3),
                field(fields, at - 2),
                field(fields, at - 1),
                kind < 0 ? "" : fields.get(kind),
                at + 1 >= fields.size() ? List.of() : List.copyOf(fields.subList(at + 1, fields.size())));
    }

    private static List<String> fields(String line) {
        String text = line.strip().replaceFirst("[@＠]$", "");
        long ascii = text.chars().filter(c -> c == ',').count();
        String[] parts = text.split(ascii >= 4 ? "," : "[,，]", -1);
        List<String> fields = new ArrayList<>();
        for (String part : parts) fields.add(part.strip());
        if (fields.size() > 1 && fields.getLast().isEmpty()) fields.removeLast();
        return fields;
    }

    private static String field(List<String> fields, int i) {
        return i < 0 || i >= fields.size() ? "" : fields.get(i);
    }

    String use() {
        return extra.size() > 1 ? extra.get(1) : "";
    }

    /** Hectares as written to square metres; null when there is no figure. */
    @Nullable
    StatedArea stated() {
        try {
            BigDecimal hectares = new BigDecimal(StrictText.plain(area).strip());
            return hectares.signum() <= 0 || hectares.precision() > 20
                    ? null
                    : new StatedArea(Area.ofSquareMetres(hectares.movePointRight(4)));
        } catch (NumberFormatException | ArithmeticException e) {
            return null;
        }
    }

    /** The number of point lines that the head names; -1 when it names none. */
    int points() {
        try {
            return Integer.parseInt(StrictText.plain(count).strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Everything that has no place of its own in {@link Plot}, as written. */
    Map<String, String> raw() {
        Map<String, String> raw = new LinkedHashMap<>();
        for (int i = 0; i < extra.size(); i++) {
            String key = i < EXTRA.size() ? EXTRA.get(i) : "F" + (i + 6);
            if (i != 1) raw.put(key, extra.get(i));
        }
        return raw;
    }
}
