package org.cuntu.business.permitting.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.business.permitting.Permit;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** 撤回: taken back, because the law or the facts have changed (行政许可法 art. 8, unverified). By two persons. */
@Component
class PermitWithdrawKind implements FourEyes.Kind {
    private static final Permit.Act ACT = Permit.Act.WITHDRAW;

    private final PermitEnding ending;

    PermitWithdrawKind(PermitEnding ending) {
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
