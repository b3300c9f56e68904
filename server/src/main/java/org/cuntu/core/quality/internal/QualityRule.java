package org.cuntu.core.quality.internal;

import java.util.List;
import java.util.Map;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.core.rules.FieldTest;
import org.cuntu.core.rules.Words;
import org.cuntu.platform.home.InForce;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the city on one layer.
 *
 * @param where features for which alone it is asked; null: all
 * @param whereFields the fields that this reads
 * @param weight what the score loses when every feature is wrong
 * @param source the document and clause; {@code verified} or {@code unverified} is its status
 */
record QualityRule(
        String id,
        LayerIssue.Kind kind,
        LayerIssue.Severity severity,
        String layer,
        QualityCheck check,
        @Nullable FieldTest where,
        List<String> whereFields,
        Words title,
        Words advice,
        String source,
        boolean verified,
        double weight,
        InForce held,
        List<Example> examples) {
    /** A feature's fields, and whether the rule finds them wrong. */
    record Example(Map<String, String> fields, boolean wrong) {}
}
