package org.cuntu.core.cases;

/** Where a case stands. Whether its clocks are suspended is told beside it. */
public enum CaseState {
    DRAFT,
    SUBMITTED,
    /** 补正 before acceptance */
    CORRECTING,
    NOT_ACCEPTED,
    /** accepted and under way: 受理 and everything up to the decision */
    IN_REVIEW,
    APPROVED,
    REFUSED,
    /** decided, the paper made and handed out */
    ISSUED,
    /** a pack of which some were approved and some refused (部分办结) */
    PARTLY,
    ARCHIVED,
    WITHDRAWN,
    TERMINATED;

    /** Whether the bureau or the applicant still has something to do. */
    public boolean isOpen() {
        return switch (this) {
            case DRAFT, SUBMITTED, CORRECTING, IN_REVIEW, APPROVED -> true;
            case NOT_ACCEPTED, REFUSED, ISSUED, PARTLY, ARCHIVED, WITHDRAWN, TERMINATED -> false;
        };
    }
}
