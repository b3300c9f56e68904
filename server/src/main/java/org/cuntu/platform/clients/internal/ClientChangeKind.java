package org.cuntu.platform.clients.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.platform.clients.MachineClient;
import org.cuntu.platform.clients.MachineClients;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** A client may more than it did, or longer, or from elsewhere; the subject is its id. */
@Component
class ClientChangeKind implements FourEyes.Kind {
    static final String CODE = "client-change";

    private final MachineClients clients;
    private final TermsCheck check;

    ClientChangeKind(MachineClients clients, TermsCheck check) {
        this.clients = clients;
        this.check = check;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toPropose() {
        return ClientMatter.PROPOSE;
    }

    @Override
    public String toDecide() {
        return ClientMatter.DECIDE;
    }

    /** A program is nobody's account. */
    @Override
    public Set<String> concerned(String subject) {
        return Set.of();
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        MachineClient client =
                clients.find(subject).orElseThrow(() -> ProblemAnswer.notFound("clients.unknown", "id", subject));
        if (client.revokedAt() != null) throw ProblemAnswer.conflict("clients.revoked", "id", subject);
        check.check(ClientMatter.terms(content));
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        clients.change(matter.subject(), ClientMatter.terms(matter.content()));
        return Map.of();
    }
}
