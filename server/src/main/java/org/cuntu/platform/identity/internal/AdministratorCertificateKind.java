package org.cuntu.platform.identity.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/**
 * A client certificate for an administrator: who could bind one alone could bind their own to any of the three and sign in as
 * them, without a password and without a second factor.
 */
@Component
class AdministratorCertificateKind implements FourEyes.Kind {
    static final String CODE = "administrator-certificate";

    private final CertificateBindings bindings;
    private final Holders holders;

    AdministratorCertificateKind(CertificateBindings bindings, Holders holders) {
        this.bindings = bindings;
        this.holders = holders;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toPropose() {
        return "identity:account:reset";
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
        bindings.check(subject, CertificateDetails.of(content));
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        bindings.bind(matter.subject(), CertificateDetails.of(matter.content()), matter.proposedBy());
        return Map.of();
    }
}
