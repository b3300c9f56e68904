package org.cuntu.business.planning;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sector plans' ground put to the rules (衔接核对), round by round. Thread safe. */
public interface SectorChecks {
    /**
     * A kept file to be checked.
     *
     * @param width metres of the corridor of lines; null: the file holds areas
     */
    record Order(
            String file,
            String fileName,
            long fileSize,
            @Nullable String crs,
            @Nullable Double width) {}

    /** A new round; a task works on it. */
    SectorRound check(String code, Order order);

    /** The oldest first. */
    List<SectorRound> listRounds(String code);

    /** Empty while it is worked on, and when the file was refused. */
    Optional<SectorFindings> findFindings(SectorRound round);
}
