package org.cuntu.business.permitting.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.business.permitting.Permit;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** 撤销: undone, because it should not have been granted (行政许可法 art. 69, unverified). By two persons. */
@Component
class PermitRevokeKind implements FourEyes.Kind {
    private static final Permit.Act ACT = Permit.Act.REVOKE;

    private final PermitEnding ending;

    PermitRevokeKind(PermitEnding ending) {
        this.ending = ending;
    }

    @Override
    public String code() {
        return PermitEnding.kind(ACT);
    }

    @Override
    public String toPropose() {
        return PermitEnding.permission(ACT);
    }

    @Override
    public String toDecide() {
        return PermitEnding.DECIDE;
    }

    @Override
    public Set<String> concerned(String subject) {
        return ending.concerned(subject);
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        ending.check(ACT, subject, content);
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        return ending.carryOut(ACT, matter);
    }
}
