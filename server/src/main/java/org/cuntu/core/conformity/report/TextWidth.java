package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of a terminal: an ideograph, kana, hangul or full-width sign takes two. */
final class TextWidth {
    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int c) {
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE4F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x20000 && c <= 0x3FFFD);
        boolean none = c < 0x20 || (c >= 0x0300 && c <= 0x036F) || c == 0x200B;
        return none ? 0 : wide ? 2 : 1;
    }

    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    /** Breaks at spaces and between ideographs; closing signs do not begin a line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String token : LineBreaks.tokens(text)) {
            if (!line.isEmpty() && of(line.toString()) + of(token.stripTrailing()) > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                token = token.stripLeading();
            }
            line.append(token);
        }
        if (!line.isEmpty() || lines.isEmpty()) lines.add(line.toString().stripTrailing());
        return lines;
    }
}
