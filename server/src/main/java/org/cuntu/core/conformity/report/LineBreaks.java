package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;

/** Where a line may break: after a space, and between ideographs; a closing sign stays with what it closes. */
final class LineBreaks {
    private static final String CLOSING = "，。；：、！？）」』】〕》”’％%,.;:!?)]}㎡²";
    private static final String OPENING = "（「『【〔《“‘([{";

    private LineBreaks() {}

    /** The unbreakable parts, in order; together they are the text. */
    static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        int previous = ' ';
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!token.isEmpty() && breaks(previous, c)) {
                tokens.add(token.toString());
                token.setLength(0);
            }
            token.appendCodePoint(c);
            previous = c;
            i += Character.charCount(c);
        }
        if (!token.isEmpty()) tokens.add(token.toString());
        return tokens;
    }

    private static boolean breaks(int before, int after) {
        if (CLOSING.indexOf(after) >= 0 || OPENING.indexOf(before) >= 0 || after == ' ') return false;
        return before == ' '
                || isIdeograph(before)
                || isIdeograph(after)
                || CLOSING.indexOf(before) >= 6 && before > 0x2000;
    }

    private static boolean isIdeograph(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF);
    }
}
