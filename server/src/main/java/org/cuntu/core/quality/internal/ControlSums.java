package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.identity.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Areas that must add up, division by division, to the division's control area, to the hundredth (survey-database.md 2.6, 4).
 *
 * @param field the area
 * @param by the feature's code of its division, of which so many digits count
 * @param layer the divisions
 * @param of their code
 * @param control their control area
 */
record ControlSums(String field, String by, int digits, String layer, String of, String control) implements WholeCheck {
    @Override
    public void look(CheckGround ground, FeatureFaults faults) {
        Snapshot divisions = ground.released(layer, of, control);
        if (divisions == null) {
            faults.notAnswered(layer);
            return;
        }
        Map<String, BigDecimal> sums = sums(ground);
        for (Map.Entry<String, BigDecimal> division :
                controls(ground, divisions).entrySet()) {
            String code = division.getKey();
            BigDecimal wanted = division.getValue();
            BigDecimal sum = sums.getOrDefault(code, BigDecimal.ZERO);
            BigDecimal off = sum.subtract(wanted).setScale(2, RoundingMode.HALF_UP);
            if (off.signum() != 0)
                faults.fault(
                        FeatureFaults.LAYER,
                        code,
                        "Σ " + field + " " + sum.toPlainString(),
                        control + " " + wanted.toPlainString(),
                        Area.ofSquareMetres(off.abs()));
        }
    }

    /** The control areas by the digits that count: of a county the sum of its townships'. */
    private Map<String, BigDecimal> controls(CheckGround ground, Snapshot divisions) {
        Map<String, BigDecimal> controls = new TreeMap<>();
        FeatureRow row = new FeatureRow(divisions);
        String within = ground.order().division() == null
                ? ""
                : Reach.significant(ground.order().division());
        for (int division = 0; division < divisions.size(); division++) {
            String code = head(row.at(division).text(of));
            BigDecimal wanted = row.number(control);
            if (!code.isBlank() && code.startsWith(within) && wanted != null)
                controls.merge(code, wanted, BigDecimal::add);
        }
        return controls;
    }

    private Map<String, BigDecimal> sums(CheckGround ground) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        FeatureRow row = new FeatureRow(ground.snapshot());
        for (int feature = 0; feature < ground.snapshot().size(); feature++) {
            if (feature % 4096 == 0) ground.goOn();
            @Nullable BigDecimal area = row.at(feature).number(field);
            if (area != null) sums.merge(head(row.text(by)), area, BigDecimal::add);
        }
        return sums;
    }

    private String head(String code) {
        return code.length() > digits ? code.substring(0, digits) : code;
    }

    @Override
    public List<String> fields() {
        return List.of(field, by);
    }
}
