package org.cuntu.platform.identity.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/**
 * A new one-time password for an administrator, whose second factor goes with the old one: who could do that alone could sign in
 * as any of the three. The decider sees the password once.
 */
@Component
class AdministratorResetKind implements FourEyes.Kind {
    static final String CODE = "administrator-reset";

    private final AccountChanges changes;
    private final Holders holders;

    AdministratorResetKind(AccountChanges changes, Holders holders) {
        this.changes = changes;
        this.holders = holders;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toPropose() {
        return "identity:account:unlock";
    }

    @Override
    public String toDecide() {
        return "identity:role:decide";
    }

    @Override
    public Set<String> concerned(String subject) {
        return Set.of(subject);
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        holders.refuseUnknown(subject);
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        return Map.of("password", changes.reset(matter.subject()));
    }
}
