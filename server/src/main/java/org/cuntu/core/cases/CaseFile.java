package org.cuntu.core.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case (办件) as it stands.
 *
 * @param number 柳自规〔2026〕乡字 0001; null while it is a draft
 * @param matterHash the version of the matter it began with
 * @param name the project's
 * @param division significant digits of where the site lies, or the applicant's choice before there is one
 * @param parent the pack that it belongs to; null: none
 * @param form the application's values, JSON by the matter's schema
 * @param site the plots as GeoJSON FeatureCollection in EPSG:4490; null: none yet
 * @param review the review attached last; null: none yet
 * @param open the steps that wait for somebody, ids of {@link CaseTask}
 * @param origin how it began: NEW, or what it changes ({@code CHANGE, EXTENSION, REISSUE})
 * @param of number of the result that it changes; null for NEW
 */
public record CaseFile(
        UUID id,
        @Nullable String number,
        String matter,
        String matterHash,
        String name,
        Applicant applicant,
        String division,
        CaseState state,
        @Nullable UUID parent,
        String form,
        @Nullable String site,
        @Nullable AttachedReview review,
        List<CaseTask> open,
        Origin origin,
        @Nullable String of,
        String createdBy,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate appliedOn) {
    public CaseFile {
        open = List.copyOf(open);
    }

    public enum Origin {
        NEW,
        CHANGE,
        EXTENSION,
        REISSUE
    }

    /**
     * A stored review of the case's site.
     *
     * @param id of the review
     * @param hash its canonical hash
     * @param conclusion of {@link org.cuntu.core.rules.Verdict}
     */
    public record AttachedReview(
            String id, String hash, String conclusion, int conflicts, int notAnswered, Instant at) {}
}
