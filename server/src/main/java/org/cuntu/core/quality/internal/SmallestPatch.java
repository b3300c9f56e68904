package org.cuntu.core.quality.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.engine.measure.Area;

/**
 * The smallest patch that is to be drawn, by its class.
 *
 * @param byCode m² for single codes
 * @param byGroup m² for the three-way classes (农用地, 建设用地, 未利用地)
 * @param groups of each code
 */
record SmallestPatch(String field, Map<String, Double> byCode, Map<String, Double> byGroup, Map<String, String> groups)
        implements FieldCheck {
    @Override
    public void look(FeatureRow row, Faults faults) {
        String code = row.text(field);
        Double least = byCode.get(code);
        if (least == null) least = byGroup.get(groups.getOrDefault(code, ""));
        if (least == null) return;
        double area = row.layer().integral(row.feature());
        if (area > 0 && area < least)
            faults.fault(
                    field + " " + code,
                    "≥ " + String.format(Locale.ROOT, "%.0f", least) + " m²",
                    Area.ofSquareMetres(area));
    }

    @Override
    public List<String> fields() {
        return List.of(field);
    }
}
