package org.cuntu.platform.identity.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Half-open days: from the first on, {@code to} no more; null: open. */
record Dated(LocalDate from, @Nullable LocalDate to) {
    boolean holds(LocalDate day) {
        return !day.isBefore(from) && !isOver(day);
    }

    boolean isOver(LocalDate day) {
        return to != null && !day.isBefore(to);
    }
}
