package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.jspecify.annotations.Nullable;

/**
 * The row of a case without its long texts.
 *
 * @param clocks as they were stored last
 * @param flags what lists show by signs
 * @param siteHash null: it has no site
 * @param reviewSite hash of the site that the review is of
 */
record CaseRow(
        UUID id,
        @Nullable String number,
        String matter,
        String matterHash,
        String name,
        String division,
        CaseState state,
        @Nullable UUID parent,
        CaseFile.Origin origin,
        @Nullable String of,
        Applicant applicant,
        Times times,
        Clocks clocks,
        Flags flags,
        @Nullable String decision,
        int formVersion,
        @Nullable String siteHash,
        @Nullable Long siteArea,
        double @Nullable [] box,
        CaseFile.@Nullable AttachedReview review,
        @Nullable String reviewSite,
        @Nullable String result) {
    /**
     * @param tellOn opening day of the limit within which the applicant is told what is missing
     * @param tellDue its last day; null: not running, or not known
     */
    record Times(
            String createdBy,
            Instant createdAt,
            @Nullable Instant submittedAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant decidedAt,
            @Nullable Instant endedAt,
            @Nullable LocalDate appliedOn,
            @Nullable LocalDate tellOn,
            @Nullable LocalDate tellDue) {}

    /** @param openedOn null: they do not run yet */
    record Clocks(
            @Nullable LocalDate openedOn,
            int statutoryLimit,
            int promisedLimit,
            CaseTimes.Due statutory,
            CaseTimes.Due promised) {}

    /**
     * @param correcting 补正 after acceptance
     * @param corrections how many rounds of it, before and after acceptance
     * @param deferred some material is promised and not there
     */
    record Flags(
            boolean suspended,
            boolean correcting,
            int corrections,
            boolean urged,
            boolean deferred,
            boolean farmland,
            boolean major,
            boolean paper) {}

    /** As people call it: its number, or its name while it is a draft. */
    String called() {
        return number == null ? name : number;
    }

    /** Whether the applicant may change the form and the materials. */
    boolean isInHand() {
        return state == CaseState.DRAFT || state == CaseState.CORRECTING || flags.correcting;
    }
}
