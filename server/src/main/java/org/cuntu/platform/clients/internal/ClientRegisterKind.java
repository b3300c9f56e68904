package org.cuntu.platform.clients.internal;

import java.util.Map;
import java.util.Set;
import org.cuntu.platform.clients.MachineClients;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** A program of another unit gets access: it reads land data, which neither of the two who admit it may. Its secret is made later. */
@Component
class ClientRegisterKind implements FourEyes.Kind {
    static final String CODE = "client-register";

    private final MachineClients clients;
    private final TermsCheck check;

    ClientRegisterKind(MachineClients clients, TermsCheck check) {
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
        check.check(ClientMatter.terms(content));
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        return Map.of(
                "client", clients.register(ClientMatter.terms(matter.content())).id());
    }
}
