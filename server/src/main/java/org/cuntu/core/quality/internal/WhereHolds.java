package org.cuntu.core.quality.internal;

import java.util.List;
import java.util.Map;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.core.rules.Rule;
import org.jspecify.annotations.Nullable;

/** Features for which an expression holds are wrong; so are those for which it cannot be told. */
record WhereHolds(FieldTest test, List<String> fields) implements FieldCheck {
    @Override
    public void look(FeatureRow row, Faults faults) {
        Map<String, @Nullable Object> values = row.values(fields);
        try {
            if (test.holds(values)) faults.fault(said(row), null);
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
