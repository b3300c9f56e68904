package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How a table that is too wide falls into groups of columns. */
final class PdfTableParts {
    private PdfTableParts() {}

    static float uprightRoom() {
        return PDRectangle.A4.getWidth() - 2 * PdfSheet.MARGIN;
    }

    /**
     * Groups of about equal width, none wider than the room; each begins with the first columns.
     *
     * @param least the narrowest that each column may be
     * @param fixed how many columns are repeated
     */
    static List<List<Integer>> of(float[] least, int fixed, float room) {
        float all = 0;
        float repeated = 0;
        for (int i = 0; i < least.length; i++) {
            all += least[i];
            if (i < fixed) repeated += least[i];
        }
        int count = all <= room ? 1 : (int) Math.ceil((all - repeated) / Math.max(1, room - repeated));
        float even = (all - repeated) / count + repeated;
        List<List<Integer>> parts = new ArrayList<>();
        List<Integer> part = new ArrayList<>();
        float width = 0;
        for (int i = 0; i < least.length; i++) {
            boolean full = part.size() > fixed && (width + least[i] > room || width + least[i] / 2 > even + 0.5f);
            if (full) {
                parts.add(part);
                part = new ArrayList<>();
                for (int k = 0; k < fixed; k++) part.add(k);
                width = repeated;
            }
            part.add(i);
            width += least[i];
        }
        parts.add(part);
        return parts;
    }
}
