package org.cuntu.core.conformity.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.cuntu.core.conformity.PaperSource;
import org.cuntu.core.conformity.StoredReview;
import org.jspecify.annotations.Nullable;

/**
 * What anybody is told who checks a paper (contracts 12): nothing personal, and the conclusion only of a paper whose
 * fingerprint is the review's.
 *
 * @param state GENUINE 真实, UNKNOWN 查无此件, HASH_DIFFERS 指纹不符
 * @param id as asked for
 * @param date the day the review was made; null unless genuine
 * @param conclusion the verdict's name; null unless genuine
 * @param signed whether the paper carries an electronic seal; none does yet
 * @param kind review, or the kind of another paper; null unless genuine
 * @param standing how another paper stands today; null of reviews and unless genuine
 */
record PaperCheck(
        State state,
        String id,
        @Nullable LocalDate date,
        @Nullable String conclusion,
        @Nullable String fingerprint,
        boolean signed,
        @Nullable String kind,
        @Nullable String standing) {
    /** How many hexadecimal digits of the fingerprint a paper shows. */
    static final int DIGITS = 20;

    enum State {
        GENUINE,
        UNKNOWN,
        HASH_DIFFERS
    }

    /** @param hash as on the paper: at least its first 20 digits, spaces do not count */
    static PaperCheck of(Optional<StoredReview> found, String id, String hash, ZoneId zone) {
        if (found.isEmpty()) return not(State.UNKNOWN, id);
        StoredReview review = found.get();
        if (!isOf(hash, review.canonicalHash())) return not(State.HASH_DIFFERS, id);
        Instant at = review.at();
        return new PaperCheck(
                State.GENUINE,
                id,
                LocalDate.ofInstant(at, zone),
                review.conclusion().name(),
                review.canonicalHash().substring(0, DIGITS),
                false,
                "review",
                null);
    }

    /** Of a paper that is no review. */
    static PaperCheck of(PaperSource.Checked paper, String id, String hash) {
        if (!isOf(hash, paper.hash())) return not(State.HASH_DIFFERS, id);
        return new PaperCheck(
                State.GENUINE,
                id,
                paper.date(),
                null,
                paper.hash().substring(0, DIGITS),
                false,
                paper.kind(),
                paper.standing());
    }

    private static PaperCheck not(State state, String id) {
        return new PaperCheck(state, id, null, null, null, false, null, null);
    }

    private static boolean isOf(String hash, String canonical) {
        String given = hash.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        return given.length() >= DIGITS && canonical.startsWith(given);
    }
}
