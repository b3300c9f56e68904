package org.cuntu.core.quality.internal;

import java.util.List;

/** A name that must be that of the code beside it. A code that the list does not hold is another rule's. */
record NamesOfCodes(String code, String name, CodeList list) implements FieldCheck {
    @Override
    public void look(FeatureRow row, Faults faults) {
        String expected = list.nameOf(row.text(code));
        String given = row.text(name);
        if (!expected.isEmpty() && !expected.equals(given)) faults.fault(name + " " + given, expected);
    }

    @Override
    public List<String> fields() {
        return List.of(code, name);
    }
}
