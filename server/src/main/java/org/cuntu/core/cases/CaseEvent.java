package org.cuntu.core.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * Something happened to a case; published in the transaction of the act (outbox).
 *
 * @param what SUBMITTED, ACCEPTED, CORRECT, NOT_ACCEPTED, DECIDED, ISSUED, WITHDRAWN, TERMINATED, ENDED, LIGHT
 */
public record CaseEvent(UUID caseId, String what, CaseState state, Instant at) {}
