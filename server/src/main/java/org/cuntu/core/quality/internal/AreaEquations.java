package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** Equations between the book areas of a feature (survey-database.md 2.6, 3). */
final class AreaEquations {
    private AreaEquations() {}

    /** result = of − less, to the hundredth; nothing is taken off where {@code less} holds nothing. */
    record Difference(String result, String of, String less) implements FieldCheck {
        @Override
        public void look(FeatureRow row, Faults faults) {
            BigDecimal whole = row.number(of);
            if (whole == null) return;
            BigDecimal taken = row.number(less);
            compare(row, result, taken == null ? whole : whole.subtract(taken), BigDecimal.ZERO, faults);
        }

        @Override
        public List<String> fields() {
            return List.of(result, of, less);
        }
    }

    /** result = of × by, rounded to the hundredth, within a tolerance; zero where one of them holds nothing. */
    record Product(String result, String of, String by, BigDecimal within) implements FieldCheck {
        @Override
        public void look(FeatureRow row, Faults faults) {
            BigDecimal whole = row.number(of);
            BigDecimal ratio = row.number(by);
            BigDecimal product = whole == null || ratio == null ? BigDecimal.ZERO : whole.multiply(ratio);
            compare(row, result, product.setScale(2, RoundingMode.HALF_UP), within, faults);
        }

        @Override
        public List<String> fields() {
            return List.of(result, of, by);
        }
    }

    private static void compare(
            FeatureRow row, String field, BigDecimal expected, BigDecimal within, FieldCheck.Faults faults) {
        @Nullable BigDecimal given = row.number(field);
        BigDecimal held = given == null ? BigDecimal.ZERO : given;
        BigDecimal off = held.subtract(expected).abs();
        if (off.compareTo(within) > 0)
            faults.fault(
                    field + " " + row.text(field),
                    expected.setScale(2, RoundingMode.HALF_UP).toPlainString(),
                    Area.ofSquareMetres(off.setScale(2, RoundingMode.HALF_UP)));
    }
}
