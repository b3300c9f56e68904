package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.cuntu.engine.measure.Area;

/**
 * A book area that must be about that of the shape: adjusted areas differ a little, so either the difference or its share may be small.
 *
 * @param within m²
 * @param share of the area
 */
record AreaOfShape(String field, double within, double share) implements FieldCheck {
    @Override
    public void look(FeatureRow row, Faults faults) {
        BigDecimal given = row.number(field);
        if (given == null) return;
        double shape = row.layer().integral(row.feature());
        double off = StrictMath.abs(given.doubleValue() - shape);
        if (off > within && off > share * shape)
            faults.fault(
                    field + " " + given.toPlainString(),
                    String.format(Locale.ROOT, "%.2f", shape),
                    Area.ofSquareMetres(off));
    }

    @Override
    public List<String> fields() {
        return List.of(field);
    }
}
