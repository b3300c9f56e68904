package org.cuntu.platform.identity.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.FourEyes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts people on posts and takes them off. A post that has roles is given by two persons; taking off is done at once. */
@Component
class Posts {
    private final HoldingTable holdings;
    private final PostHoldKind kind;
    private final FourEyes fourEyes;
    private final Separation separation;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    Posts(
            HoldingTable holdings,
            PostHoldKind kind,
            FourEyes fourEyes,
            Separation separation,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock) {
        this.holdings = holdings;
        this.kind = kind;
        this.fourEyes = fourEyes;
        this.separation = separation;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    /** The proposal, when the post has roles; empty when it was done at once. */
    @Transactional
    public Optional<FourEyes.Matter> assign(String account, Map<String, String> content, String reason) {
        if (kind.hasRoles(content.getOrDefault("unit", ""), content.getOrDefault("post", "")))
            return Optional.of(fourEyes.propose(PostHoldKind.CODE, account, content, reason));
        kind.check(account, content);
        kind.hold(account, content);
        return Optional.empty();
    }

    /** From today on it is no more. */
    @Transactional
    public void leave(String account, UUID holding) {
        HoldingTable.Row row = holdings.find(holding)
                .filter(each -> each.account().equals(account))
                .orElseThrow(() -> ProblemAnswer.notFound("identity.unknown-holding"));
        holdings.end(holding, clock.today());
        separation.settle(List.of(account));
        proof.append(new ProofAct(
                actor.id(), "identity:post:leave", account + " " + row.unit() + "/" + row.post(), null));
    }
}
