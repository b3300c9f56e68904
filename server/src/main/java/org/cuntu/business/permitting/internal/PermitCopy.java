package org.cuntu.business.permitting.internal;

import org.cuntu.business.permitting.Permit;

/** The same certificate under another number. */
final class PermitCopy {
    private PermitCopy() {}

    static Permit numbered(Permit p, String number, String hash) {
        return new Permit(
                p.id(),
                number,
                p.matter(),
                p.matterHash(),
                p.caseId(),
                p.caseNumber(),
                p.project(),
                p.holderKind(),
                p.holder(),
                p.holderAccount(),
                p.division(),
                p.area(),
                p.site(),
                p.siteHash(),
                hash,
                p.issuedOn(),
                p.validUntil(),
                p.state(),
                p.origin(),
                p.of(),
                p.by(),
                p.issuedBy(),
                null,
                p.invented(),
                p.changedAt());
    }
}
