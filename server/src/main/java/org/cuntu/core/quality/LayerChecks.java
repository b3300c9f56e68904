package org.cuntu.core.quality;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks written snapshots by the city's dated rules. Thread safe. */
public interface LayerChecks {
    /** Who waits for a check: is told how far it is, and may have it stop. */
    interface Progress {
        void at(long done, long of);

        boolean cancelled();

        /** On how many threads it may be done; its result does not depend on them. */
        default int threads() {
            return Runtime.getRuntime().availableProcessors();
        }
    }

    /**
     * What is checked.
     *
     * @param layer the register's code
     * @param snapshot hash of a written snapshot file (it needs no release)
     * @param at T: by which day's rules and code lists
     * @param previous hash of the version before; null: none
     * @param division code of the division that delivers; null: the whole city
     * @param update of what yearly change package the snapshot was made; null: of none
     */
    record Order(
            String layer,
            String snapshot,
            LocalDate at,
            @Nullable String previous,
            @Nullable String division,
            @Nullable Update update) {
        /** Of a snapshot that was made of no package. */
        public Order(
                String layer, String snapshot, LocalDate at, @Nullable String previous, @Nullable String division) {
            this(layer, snapshot, at, previous, division, null);
        }
    }

    /**
     * A yearly change package (年度变更增量包) as it was delivered, beside the version that it makes.
     *
     * @param result hash of the new patches (更新结果层)
     * @param process hash of which old patch became which new one (更新过程层)
     */
    record Update(String result, String process) {}

    /**
     * Checks, stores the issues (batched, own transactions) and returns the run; safe to repeat after a crash: an incomplete run is removed
     * and made anew. Runs in the caller's task.
     *
     * @throws org.cuntu.engine.problem.InputRefused {@code quality.unknown-layer}, {@code quality.other-layer}
     * @throws org.cuntu.engine.layer.SnapshotStore.MissingSnapshot when the file is not there
     * @throws java.util.concurrent.CancellationException when it is cancelled: then nothing of it is kept
     */
    CheckRun check(Order order, Progress progress);

    /** A complete run. */
    Optional<CheckRun> find(UUID run);

    /** The last complete run of a snapshot: its score. */
    Optional<CheckRun> last(String snapshot);
}
