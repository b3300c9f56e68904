package org.cuntu.business.survey.internal;

import java.math.BigDecimal;
import org.cuntu.business.survey.SurveyLayer;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** Reads what a survey's patches say of themselves: class, attributes, and their areas in the book. Thread safe. */
final class PatchBook {
    /** The class of field ridges (田坎), which is never a patch of its own (handbook land classes 1.2). */
    static final String RIDGE = "1203";

    private static final int VILLAGE_DIGITS = 12;
    private static final int NONE = -1;

    private final Snapshot snapshot;
    private final int[] dims;
    private final int division;
    private final int book;
    private final int net;
    private final int deductedClass;
    private final boolean measured;

    PatchBook(Snapshot snapshot, SurveyLayer layer) {
        this.snapshot = snapshot;
        dims = new int[] {
            at(layer.classField()), at(layer.owner()), at(layer.town()), at(layer.slope()), at(layer.planting())
        };
        division = at(layer.divisionField());
        book = at(layer.book());
        net = at(layer.net());
        deductedClass = at(layer.deductedClass());
        measured = layer.book() == null;
    }

    /**
     * A patch's areas, hundredths of a square metre.
     *
     * @param area of the patch; below 0: the book has none
     * @param deducted of it what belongs to the deducted class
     * @param balanced whether the book's own figures fit one another
     */
    record Areas(long area, long deducted, boolean balanced) {
        static final Areas MISSING = new Areas(-1, 0, true);
    }

    private int at(@Nullable String field) {
        return field == null ? NONE : snapshot.schema().indexOf(field);
    }

    String word(Dim dim, int feature) {
        return text(dims[dim.ordinal()], feature);
    }

    /** One word a dimension. */
    String[] words(int feature) {
        String[] words = new String[dims.length];
        for (int d = 0; d < dims.length; d++) words[d] = text(dims[d], feature);
        return words;
    }

    /** The twelve digits of the village in which it lies; shorter where the data says less, empty where it says nothing. */
    String village(int feature) {
        String code = text(division, feature);
        return code.length() > VILLAGE_DIGITS ? code.substring(0, VILLAGE_DIGITS) : code;
    }

    String deductedClass(int feature) {
        String code = text(deductedClass, feature);
        return code.isEmpty() ? RIDGE : code;
    }

    Areas areas(int feature) {
        if (measured)
            return new Areas(Area.ofSquareMetres(snapshot.integral(feature)).hundredths(), 0, true);
        long area = hundredths(book, feature);
        if (area < 0) return Areas.MISSING;
        long own = hundredths(net, feature);
        if (own < 0) return new Areas(area, 0, net == NONE);
        if (own > area) return new Areas(area, 0, false);
        return new Areas(area, area - own, true);
    }

    /** Below 0 for a value that is missing or no area. */
    private long hundredths(int field, int feature) {
        Object value = field < 0 ? null : snapshot.value(feature, field);
        if (!(value instanceof BigDecimal area) || area.signum() < 0) return -1;
        try {
            return Area.ofSquareMetres(area).hundredths();
        } catch (ArithmeticException beyond) {
            return -1;
        }
    }

    private String text(int field, int feature) {
        Object value = field < 0 ? null : snapshot.value(feature, field);
        return value == null ? "" : value.toString().strip();
    }
}
