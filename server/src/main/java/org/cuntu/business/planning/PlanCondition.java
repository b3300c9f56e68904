package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * A plan-condition sheet (规划条件): a dated copy of what the detailed plan sets for plots of one unit, with further requirements,
 * as an input of the supply of land (城乡规划法 arts. 38–39, unverified). Its content never changes.
 *
 * @param number null until it is issued; then for ever
 * @param purpose id of the city's file
 * @param plots numbers
 * @param division of its ground; the city's own code where no division says
 * @param area LegalArea of its ground
 * @param asOf, known the clocks of what it copies
 * @param snapshot the version of the plots
 * @param hash SHA-256 of its canonical content
 * @param draftedBy, issuedBy never one person
 * @param validUntil first day no longer valid
 * @param replaces the sheet that it replaces when it is issued
 * @param replacedBy the sheet that has replaced it
 */
public record PlanCondition(
        UUID id,
        @Nullable String number,
        String name,
        String purpose,
        String applicant,
        String unit,
        List<String> plots,
        String division,
        int classification,
        Area area,
        LocalDate asOf,
        Instant known,
        String snapshot,
        String hash,
        State state,
        String draftedBy,
        Instant draftedAt,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate validUntil,
        @Nullable UUID replaces,
        @Nullable UUID replacedBy,
        boolean invented,
        Instant changedAt) {
    public PlanCondition {
        plots = List.copyOf(plots);
    }

    /** How it stands. */
    public enum State {
        DRAFT,
        /** A draft that was given up. */
        DISCARDED,
        ISSUED,
        /** Another sheet stands in its place. */
        REPLACED,
        /** Its time is over; by the date alone. */
        EXPIRED,
        /** 撤回: lawful, and taken back because the facts have changed. */
        WITHDRAWN,
        /** 撤销: it should not have been issued. */
        REVOKED
    }

    /** What happens to it. */
    public enum Act {
        DRAFT,
        DISCARD,
        ISSUE,
        REPLACE,
        WITHDRAW,
        REVOKE,
        /** A version of the plan says otherwise. */
        MARK
    }

    /** Something that happened. */
    public record Event(int number, Act act, String actor, Instant at, String words) {}

    /**
     * What of a plot is otherwise in the version in force.
     *
     * @param gone the version has no such plot
     */
    public record Changed(String plot, boolean gone, List<PlotCard.Change> changes) {
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** As it stands at a day: an issued one whose time is over has expired. */
    public State stateAt(LocalDate day) {
        return state == State.ISSUED && validUntil != null && !day.isBefore(validUntil) ? State.EXPIRED : state;
    }

    /** The number, or what a draft is called by. */
    public String called() {
        return number == null ? id.toString().substring(0, 8) : number;
    }
}
