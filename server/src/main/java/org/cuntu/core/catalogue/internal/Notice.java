package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A reminder (催报) that was written for a layer's owner.
 *
 * @param kind whether the day is near or past
 * @param dueOn last day on which the delivery is on time
 * @param unit the owner's id
 * @param divisions counties whose data is awaited; empty: the whole layer's
 */
record Notice(UUID id, String layer, Kind kind, LocalDate dueOn, String unit, List<String> divisions, Instant madeAt) {
    Notice {
        divisions = List.copyOf(divisions);
    }

    /** Which reminder it is; each is written once. */
    enum Kind {
        DUE_SOON,
        OVERDUE
    }

    boolean isSameAs(Notice other) {
        return layer.equals(other.layer) && kind == other.kind && dueOn.equals(other.dueOn);
    }
}
