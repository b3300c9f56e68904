package org.cuntu.core.quality.internal;

import java.util.List;

/** Fields that must hold something (完整性). */
record MandatoryFields(List<String> fields) implements FieldCheck {
    @Override
    public void look(FeatureRow row, Faults faults) {
        for (String field : fields) if (row.isBlank(field)) faults.fault(field, null);
    }
}
