package org.cuntu.core.conformity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.rules.Project;
import org.jspecify.annotations.Nullable;

/** Comparisons of two reviews, kept, made anew or live. Writes nothing but the entry of the read. Thread safe. */
public interface Comparisons {
    /** One side of a comparison. */
    sealed interface Side {
        /** A review as it was kept. */
        record Kept(String id) implements Side {}

        /**
         * The site of a kept review at other clocks, under other rules, or of another project; null: as it was kept.
         *
         * @param known with another {@code asOf} and null: all that is known now
         * @param rulesAt the day whose rules are taken
         */
        record Anew(
                String id,
                @Nullable LocalDate asOf,
                @Nullable String known,
                @Nullable LocalDate rulesAt,
                @Nullable Project project)
                implements Side {}

        /** A site as on the desk. */
        record Live(ReviewRequest request, @Nullable LocalDate rulesAt) implements Side {}
    }

    /**
     * The two reviews, their outlines and the comparison, ready for Jackson.
     *
     * @throws org.cuntu.engine.problem.InputRefused for a review that is not there, and as a live review does
     */
    Map<String, @Nullable Object> compare(Side a, Side b, Locale locale);
}
