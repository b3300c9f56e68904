package org.cuntu.business.survey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a table is asked for.
 *
 * @param layer the survey, by the register's code
 * @param asOf T; null: today
 * @param known K; null: all that is known
 * @param division the division whose parts are the rows, its code or significant digits; null: the city
 * @param level of the rows; null: directly below the division
 * @param only which patches count
 */
public record TableQuestion(
        String layer,
        @Nullable LocalDate asOf,
        @Nullable String known,
        @Nullable String division,
        @Nullable DivisionLevel level,
        TableColumns columns,
        Only only,
        AreaUnit unit) {
    /**
     * Which patches count; a null lets all pass.
     *
     * @param landClass a column's key: a three-way class, a first-level one, a base class or a code
     * @param owner STATE, COLLECTIVE or a code
     * @param town a code, {@code 20} for any, {@code -} for none
     * @param slope a code, {@code -} for none
     * @param planting a code, {@code -} for none
     */
    public record Only(
            @Nullable String landClass,
            @Nullable String owner,
            @Nullable String town,
            @Nullable String slope,
            @Nullable String planting) {
        /** Everything. */
        public static final Only ALL = new Only(null, null, null, null, null);
    }
}
