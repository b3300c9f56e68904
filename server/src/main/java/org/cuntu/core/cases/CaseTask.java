package org.cuntu.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case that waits for somebody, or was done.
 *
 * @param step id of the {@link MatterStep}
 * @param unit id of the unit that has it; null: any with the permission
 * @param holder account that claimed it; null: nobody yet
 * @param due last day of 环节时限; null: suspended, or a year without a calendar
 * @param doneAt null: open
 */
public record CaseTask(
        UUID id,
        UUID caseId,
        String step,
        @Nullable String unit,
        String division,
        @Nullable String holder,
        Instant arrivedAt,
        @Nullable LocalDate due,
        @Nullable Instant doneAt,
        MatterStep.@Nullable Conclusion conclusion) {}
