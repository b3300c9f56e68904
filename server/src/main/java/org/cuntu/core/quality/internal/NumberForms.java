package org.cuntu.core.quality.internal;

import java.math.BigDecimal;
import java.util.List;

/** How many digits a number may have, and how many of them behind the point. */
record NumberForms(List<Form> forms) implements FieldCheck {
    record Form(String field, int digits, int decimals) {}

    @Override
    public void look(FeatureRow row, Faults faults) {
        for (Form form : forms) {
            String text = row.text(form.field);
            if (text.isEmpty()) continue;
            BigDecimal number = row.number(form.field);
            if (number == null || !fits(number.stripTrailingZeros(), form))
                faults.fault(form.field + " " + text, form.digits + "." + form.decimals);
        }
    }

    private static boolean fits(BigDecimal number, Form form) {
        return number.scale() <= form.decimals && number.precision() - number.scale() <= form.digits - form.decimals;
    }

    @Override
    public List<String> fields() {
        return forms.stream().map(Form::field).toList();
    }
}
