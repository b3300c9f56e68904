package org.cuntu.business.survey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a survey (调查指标), as the city's {@code survey.yaml} defines it: a part of ground in a hundredth of a whole, or
 * the mean of a field over ground, weighted by area.
 *
 * @param whole of a mean the same as the part
 * @param mean the field of the part's layer whose mean it is; null: it is a share
 * @param unit in words; a share is in %
 * @param places decimals, rounded half up once
 * @param source where the definition comes from
 * @param verified whether it was seen in a second source
 */
public record SurveyIndex(
        String id,
        String zh,
        String en,
        Ground part,
        Ground whole,
        @Nullable String mean,
        String unit,
        int places,
        String source,
        boolean verified) {
    /**
     * Ground of a survey.
     *
     * @param classes keys of classes, none in another; empty: all of it
     */
    public record Ground(String layer, List<String> classes) {
        public Ground {
            classes = List.copyOf(classes);
        }
    }
}
