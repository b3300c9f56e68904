package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cuntu.engine.measure.Area;

/**
 * A target that one person entered and another has not agreed to yet (待同意的任务数): no figure reads it.
 *
 * @param id the target's, once it is agreed
 * @param by account that entered it, which does not decide
 */
public record TargetDraft(
        UUID id,
        String layer,
        String division,
        Area quantity,
        String document,
        LocalDate assignedOn,
        LocalDate inForceFrom,
        Instant at,
        String by) {}
