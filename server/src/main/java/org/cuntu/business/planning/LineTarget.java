package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cuntu.engine.measure.Area;

/**
 * A target assigned from above (任务数): a dated record that is never changed; a correction is a later one with the same
 * in-force-from.
 *
 * @param division six digits; the city's own: the city as a whole
 * @param document number of the paper that assigns it
 * @param assignedOn its date
 * @param knownFrom when it was entered
 * @param invented whether it is made up
 */
public record LineTarget(
        UUID id,
        String layer,
        String division,
        Area quantity,
        String document,
        LocalDate assignedOn,
        LocalDate inForceFrom,
        Instant knownFrom,
        boolean invented,
        String by) {}
