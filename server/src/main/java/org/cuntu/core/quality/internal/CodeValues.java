package org.cuntu.core.quality.internal;

import java.util.List;

/** A field that holds codes of a list, or nothing. */
record CodeValues(String field, CodeList list) implements FieldCheck {
    @Override
    public void look(FeatureRow row, Faults faults) {
        String code = row.text(field);
        if (!code.isBlank() && !list.holds(code)) faults.fault(field + " " + code, list.name());
    }

    @Override
    public List<String> fields() {
        return List.of(field);
    }
}
