package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The list of sector plans: what is to be made by whom until when, and where each plan is. Entries are added, changed and struck
 * by two persons; a plan goes on its way by one person with a reason; it is kept (入库) by another person than checked it. Every
 * act leaves its entry in the proof log in the same transaction; what the caller may not see is not found. Thread safe.
 */
public interface SectorPlans {
    /**
     * Something that happened to an entry.
     *
     * @param proposedBy of an act of two persons; null: of one
     * @param after the entry as it stood afterwards
     */
    record Event(
            String code,
            int number,
            Act act,
            String actor,
            @Nullable String proposedBy,
            Instant at,
            String reason,
            SectorEntry after) {}

    enum Act {
        ADD,
        CHANGE,
        STRIKE,
        /** On or back on its way. */
        MOVE,
        /** A round was checked. */
        CHECK,
        APPROVE,
        STORE
    }

    /** A published version of the list of a year. @param hash SHA-256 of its text */
    record Published(int year, int number, Instant at, String by, String words, int entries, String hash) {}

    /** By code. @param known K; null: as it stands */
    List<SectorEntry> listEntries(@Nullable Instant known);

    Optional<SectorEntry> find(String code);

    /** The newest first. */
    List<Event> listEvents(String code);

    /** On its way to NOT_STARTED, DRAFTING or CHECKING, or back. */
    SectorEntry move(String code, SectorEntry.State to, String reason);

    /** Approved by its authority; only after a round that does not stop it. */
    SectorEntry approve(String code, String number, java.time.LocalDate on, String reason);

    /**
     * Keeps the plan.
     *
     * @param conditions by rule what meets its condition
     */
    SectorEntry store(String code, Map<String, String> conditions, String reason);

    /** The list as it stands, as the next version of a year. */
    Published publish(int year, String words);

    List<Published> listPublished();

    /** Its entries as they stood then. */
    List<SectorEntry> published(int year, int number);
}
