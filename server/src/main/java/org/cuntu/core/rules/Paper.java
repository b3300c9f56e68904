package org.cuntu.core.rules;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stated document held against a rule's need.
 *
 * @param reason why it does not satisfy the need; null: it does
 */
public record Paper(ProjectDocument document, @Nullable Reason reason) {
    /** Why a document does not satisfy. */
    public enum Reason {
        /** Number, date or issuer is missing. */
        INCOMPLETE("incomplete"),
        /** It is dated after the day of the review. */
        LATER("later"),
        /** It was no longer valid on the day of the review, or does not say until when. */
        EXPIRED("expired"),
        /** Its issuer is not of a level that the article allows. */
        LEVEL("level"),
        /** The city's list has no such type on that day. */
        UNKNOWN_TYPE("unknown-type");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public boolean fits() {
        return reason == null;
    }

    /**
     * Holds a document against its type on a day.
     *
     * @param type empty: the city knows no such type on that day
     */
    static Paper of(ProjectDocument document, Optional<DocumentType> type, LocalDate day) {
        return new Paper(document, reason(document, type.orElse(null), day));
    }

    private static @Nullable Reason reason(ProjectDocument document, @Nullable DocumentType type, LocalDate day) {
        if (type == null) return Reason.UNKNOWN_TYPE;
        LocalDate date = document.date();
        if (document.number().isBlank() || document.issuer().isBlank() || date == null) return Reason.INCOMPLETE;
        if (date.isAfter(day)) return Reason.LATER;
        LocalDate validTo = document.validTo();
        if (validTo == null ? type.validity() : validTo.isBefore(day)) return Reason.EXPIRED;
        if (!type.levels().isEmpty() && !type.levels().contains(document.level())) return Reason.LEVEL;
        return null;
    }
}
