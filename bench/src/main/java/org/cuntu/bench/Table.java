package org.cuntu.bench;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.bench.result.Row;
import org.cuntu.bench.result.RowText;

/** The rows as a table for a terminal; Chinese letters count two columns. */
final class Table {
    private Table() {}

    static String of(List<Row> rows, Words words) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(words.say("table.head").split("\\|")));
        for (Row row : rows) {
            RowText text = RowText.of(row);
            lines.add(List.of(
                    words.row(row.name()),
                    row.size(),
                    text.ours() + " " + row.unit(),
                    text.peer(),
                    text.ratio(),
                    text.must(),
                    text.aim(),
                    words.say("reached." + text.reached()),
                    words.say(row.agrees() ? "agrees.yes" : "agrees.no"),
                    text.load()));
        }
        return printed(lines);
    }

    private static String printed(List<List<String>> lines) {
        int[] widths = new int[lines.getFirst().size()];
        for (List<String> line : lines)
            for (int i = 0; i < widths.length; i++) widths[i] = StrictMath.max(widths[i], width(line.get(i)));
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < widths.length; i++)
                out.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
            text.append(out.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(String text) {
        return text.codePoints()
                .map(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN || c >= 0xFF00 ? 2 : 1)
                .sum();
    }
}
