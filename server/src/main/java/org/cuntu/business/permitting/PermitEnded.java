package org.cuntu.business.permitting;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate was withdrawn, revoked or cancelled; published in the transaction of the act, so that its holder can be told.
 *
 * @param holderAccount null: the holder has no account
 */
public record PermitEnded(
        UUID permit,
        String number,
        UUID caseId,
        Permit.Act act,
        @Nullable String holderAccount,
        String reason) {}
