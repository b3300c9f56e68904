package org.cuntu.core.quality.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A value that all features must have: what most of them have, of equals the least. Nothing is no value. */
record SameValue(String field) implements WholeCheck {
    @Override
    public void look(CheckGround ground, FeatureFaults faults) {
        FeatureRow row = new FeatureRow(ground.snapshot());
        int size = ground.snapshot().size();
        Map<String, Integer> counts = new HashMap<>();
        for (int feature = 0; feature < size; feature++) {
            if (feature % 4096 == 0) ground.goOn();
            String value = row.at(feature).text(field);
            if (!value.isBlank()) counts.merge(value, 1, Integer::sum);
        }
        if (counts.size() < 2) return;
        String expected = counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
        for (int feature = 0; feature < size; feature++) {
            String value = row.at(feature).text(field);
            if (!value.isBlank() && !value.equals(expected))
                faults.fault(feature, null, field + " " + value, expected, null);
        }
    }

    @Override
    public List<String> fields() {
        return List.of(field);
    }
}
