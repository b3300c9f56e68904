package org.cuntu.platform.identity.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** Opens an administrator's account before the time of its lock is over. */
@Component
class AdministratorUnlockKind implements FourEyes.Kind {
    static final String CODE = "administrator-unlock";

    private final AccountChanges changes;
    private final Holders holders;

    AdministratorUnlockKind(AccountChanges changes, Holders holders) {
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
        changes.unlock(matter.subject());
        return Map.of();
    }
}
