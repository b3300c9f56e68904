package org.cuntu.core.quality.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.PointOnMap;
import org.jspecify.annotations.Nullable;

/**
 * A code that must be that of the division in which the feature lies, by a point inside it.
 *
 * @param digits how many of its digits count
 * @param layer the divisions
 * @param by their field with the code
 */
record PlaceOfCode(String field, int digits, String layer, String by) implements QualityCheck {
    /** On the divisions in force; null when there are none. */
    @Nullable
    FieldCheck on(CheckGround ground) {
        Snapshot divisions = ground.released(layer, by);
        return divisions == null ? null : new Placed(this, divisions);
    }

    private String head(String code) {
        return code.length() > digits ? code.substring(0, digits) : code;
    }

    private record Placed(PlaceOfCode rule, Snapshot divisions) implements FieldCheck {
        @Override
        public void look(FeatureRow row, Faults faults) {
            String given = row.text(rule.field);
            if (given.isBlank()) return;
            double[] at = CheckGround.pointIn(row.layer(), row.feature());
            if (at.length == 0) return;
            Set<String> there = new LinkedHashSet<>();
            for (int division : PointOnMap.features(divisions, at[0], at[1]))
                there.add(rule.head(String.valueOf(divisions.value(division, rule.by))));
            if (!there.contains(rule.head(given))) faults.fault(rule.field + " " + given, String.join(" ", there));
        }

        @Override
        public List<String> fields() {
            return List.of(rule.field);
        }
    }
}
