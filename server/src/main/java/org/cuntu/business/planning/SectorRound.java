package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A round of checking a sector plan's ground (衔接核对轮次); kept for ever.
 *
 * @param lentBy who lent the permission by which it was begun
 * @param crs the file's system as stated; null: the file says
 * @param width metres of the corridor of lines; null: the file holds areas
 * @param task what works on it; null: none
 * @param hash SHA-256 of the canonical result; null: there is none
 * @param problems why the file was refused
 */
public record SectorRound(
        String code,
        int round,
        String begunBy,
        List<String> lentBy,
        Instant begunAt,
        String file,
        String fileName,
        long fileSize,
        @Nullable String crs,
        @Nullable Double width,
        @Nullable UUID task,
        State state,
        @Nullable Verdict verdict,
        @Nullable Area area,
        @Nullable String hash,
        List<Problem> problems) {
    /** How it ended. */
    public enum State {
        WORKING,
        DONE,
        /** The file could not be judged. */
        REFUSED
    }
}
