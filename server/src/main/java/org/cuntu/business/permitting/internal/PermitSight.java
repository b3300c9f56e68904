package org.cuntu.business.permitting.internal;

import org.cuntu.business.permitting.Permit;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.Masked;
import org.cuntu.platform.identity.Reach;
import org.springframework.stereotype.Component;

/** Which certificates the caller sees, and whose names. */
@Component
class PermitSight {
    static final String READ = "permitting:certificate:read";
    /** Without it the name of a person is masked. */
    static final String PERSONAL = "cases:personal:read";

    /** 内部: certificates and what belongs to them. */
    static final int LEVEL = 2;

    private final CurrentUser current;

    PermitSight(CurrentUser current) {
        this.current = current;
    }

    boolean sees(Permit permit) {
        return sees(READ, permit.division());
    }

    boolean sees(String permission, String division) {
        return current.reach(permission).sees(Reach.significant(division), LEVEL);
    }

    String holder(Permit permit) {
        boolean clear = !permit.holderKind().equals("natural") || sees(PERSONAL, permit.division());
        return clear ? permit.holder() : Masked.name(permit.holder()).shown();
    }
}
