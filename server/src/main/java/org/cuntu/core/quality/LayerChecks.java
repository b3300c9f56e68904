package org.cuntu.core.quality;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks written snapshots by the city's dated rules. Thread safe. */
public interface LayerChecks {
    /** Hears how far a check is. */
    interface Progress {
        void at(long done, long of);

        boolean cancelled();
    }

    /**
     * @param layer the register's code
     * @param snapshot hash of a written snapshot file (it needs no release)
     * @param at T: by which day's rules and code lists
     * @param previous hash of the version before; null: none
     * @param division code of the division that delivers; null: the whole city
     */
    record Order(
            String layer,
            String snapshot,
            LocalDate at,
            @Nullable String previous,
            @Nullable String division) {}

    /**
     * Checks, stores the issues (batched, own transactions) and returns the run; safe to repeat after a crash: an incomplete
     * run is removed and made anew. Runs in the caller's task.
     */
    CheckRun check(Order order, Progress progress);

    Optional<CheckRun> find(UUID run);

    /** The last complete run of a snapshot: its score. */
    Optional<CheckRun> last(String snapshot);
}
