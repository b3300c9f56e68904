package org.cuntu.core.quality.internal;

import java.util.List;

/** How many signs a text may have, or must have. Nothing is no text. */
record TextLengths(List<Length> lengths) implements FieldCheck {
    /** @param exact whether it must have as many as that */
    record Length(String field, int signs, boolean exact) {}

    @Override
    public void look(FeatureRow row, Faults faults) {
        for (Length length : lengths) {
            String text = row.text(length.field);
            if (text.isEmpty()) continue;
            int signs = text.codePointCount(0, text.length());
            if (length.exact ? signs != length.signs : signs > length.signs)
                faults.fault(length.field + " " + text, (length.exact ? "= " : "≤ ") + length.signs);
        }
    }

    @Override
    public List<String> fields() {
        return lengths.stream().map(Length::field).toList();
    }
}
