package org.cuntu.platform.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;

/** Takes a role back from today on. Content: grant, its id. */
@Component
class RoleEndKind implements FourEyes.Kind {
    static final String CODE = "role-end";

    private final GrantTable grants;
    private final Holders holders;
    private final Separation separation;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    RoleEndKind(
            GrantTable grants,
            Holders holders,
            Separation separation,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock) {
        this.grants = grants;
        this.holders = holders;
        this.separation = separation;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String toPropose() {
        return "identity:role:propose";
    }

    @Override
    public String toDecide() {
        return "identity:role:decide";
    }

    @Override
    public Set<String> concerned(String subject) {
        return holders.accounts(subject);
    }

    @Override
    public void check(String subject, Map<String, String> content) {
        GrantTable.Row row = grant(content);
        String held = row.account() != null ? row.account() : row.unit() + "/" + row.post();
        if (!subject.equals(held) || row.dated().isOver(clock.today())) throw unknown();
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        GrantTable.Row row = grant(matter.content());
        grants.end(row.id(), clock.today());
        separation.settle(List.copyOf(holders.accounts(matter.subject())));
        proof.append(new ProofAct(actor.id(), "identity:role:end", matter.subject() + " " + row.role(), null));
        return Map.of();
    }

    private GrantTable.Row grant(Map<String, String> content) {
        try {
            return grants.find(UUID.fromString(content.getOrDefault("grant", ""))).orElseThrow(RoleEndKind::unknown);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static InputRefused unknown() {
        return new InputRefused(Problem.refused("identity.unknown-grant", Problem.Place.UNKNOWN));
    }
}
