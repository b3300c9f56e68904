package org.cuntu.core.quality.internal;

import java.util.List;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.core.rules.Rule;

/** Features for which an expression holds are wrong; so are those for which it cannot be told. */
record WhereHolds(FieldTest test, List<String> fields) implements FieldCheck {
    @Override
    public void look(FeatureRow row, Faults faults) {
        try {
            if (row.holds(test, fields)) faults.fault(said(row), null);
        } catch (Rule.Undecided e) {
            faults.fault(said(row), "?");
        }
    }

    private String said(FeatureRow row) {
        StringBuilder said = new StringBuilder();
        for (String field : fields)
            said.append(said.isEmpty() ? "" : ", ")
                    .append(field)
                    .append(' ')
                    .append(row.isBlank(field) ? "–" : row.text(field));
        return said.toString();
    }
}
