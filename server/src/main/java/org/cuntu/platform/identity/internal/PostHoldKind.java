package org.cuntu.platform.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * Puts a person on a post that has roles: with the post come its roles, so it takes two. Content: unit, post, from and to
 * (days, may be missing). A post without roles is given by {@link Posts} at once.
 */
@Component
class PostHoldKind implements FourEyes.Kind {
    static final String CODE = "post-hold";

    private final HoldingTable holdings;
    private final GrantTable grants;
    private final Holders holders;
    private final Separation separation;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    PostHoldKind(
            HoldingTable holdings,
            GrantTable grants,
            Holders holders,
            Separation separation,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock) {
        this.holdings = holdings;
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
        return "identity:post:assign";
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
        HoldingTable.Row row = row(subject, content);
        holders.refuseUnknown(row.unit(), row.post());
        if (row.dated().isOver(clock.today()) || row.dated().isOver(row.dated().from()))
            throw new InputRefused(Problem.refused("identity.days", Problem.Place.UNKNOWN));
        List<String> more = grants.listOf(row.unit(), row.post()).stream()
                .filter(grant -> !grant.dated().isOver(clock.today()))
                .map(GrantTable.Row::role)
                .toList();
        separation.check(subject, more);
    }

    @Override
    public Map<String, String> carryOut(FourEyes.Matter matter) {
        hold(matter.subject(), matter.content());
        return Map.of();
    }

    /** In the caller's transaction. */
    void hold(String account, Map<String, String> content) {
        HoldingTable.Row row = row(account, content);
        holdings.add(row);
        separation.settle(List.of(account));
        String object = account + " " + row.unit() + "/" + row.post();
        proof.append(new ProofAct(actor.id(), "identity:post:assign", object, null));
    }

    /** Whether a post brings roles with it. */
    boolean hasRoles(String unit, String post) {
        return grants.listOf(unit, post).stream().anyMatch(grant -> !grant.dated().isOver(clock.today()));
    }

    private HoldingTable.Row row(String account, Map<String, String> content) {
        return new HoldingTable.Row(
                UUID.randomUUID(),
                account,
                content.getOrDefault("unit", ""),
                content.getOrDefault("post", ""),
                new Dated(
                        Objects.requireNonNull(RoleGrantKind.day(content, "from", clock.today())),
                        RoleGrantKind.day(content, "to", null)),
                actor.id(),
                clock.now());
    }
}
