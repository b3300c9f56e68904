package org.cuntu.business.permitting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate was withdrawn, revoked or cancelled, or its time is over; published in the transaction of the act, so that its holder and
 * those whose cases stand on it are told.
 *
 * @param holderAccount null: the holder has no account
 * @param issuedBy who decided it
 */
public record PermitEnded(
        UUID permit,
        String number,
        UUID caseId,
        Permit.Act act,
        @Nullable String holderAccount,
        String issuedBy,
        String reason) {}
