package org.cuntu.platform.identity.internal;

import java.time.Instant;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which client certificate stands for a person; each change is one entry of the proof log and ends the person's sign-ins. */
@Component
class CertificateBindings {
    private final AccountTable accounts;
    private final CertificateTable table;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;

    CertificateBindings(
            AccountTable accounts, CertificateTable table, ProofLog proof, CurrentActor actor, CityClock clock) {
        this.accounts = accounts;
        this.table = table;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
    }

    /** Refuses one that is over, or that stands for somebody already. */
    void check(String account, CertificateDetails details) {
        Instant now = clock.now();
        details.refuseOver(now, details.until() == null ? "" : clock.text(details.until()));
        accounts.findByCertificate(details.fingerprint()).ifPresent(holder -> {
            throw new InputRefused(Problem.refused(
                    "identity.certificate-taken", Problem.Place.UNKNOWN, "id", holder.id(), "account", account));
        });
    }

    /**
     * In place of an earlier one.
     *
     * @param proposedBy who asked for it; null: whoever does it
     */
    @Transactional
    public void bind(String account, CertificateDetails details, @Nullable String proposedBy) {
        lock(account);
        check(account, details);
        Instant now = clock.now();
        table.end(account, now, actor.id());
        accounts.setCertificate(account, details.fingerprint());
        table.add(new CertificateTable.Row(account, details, now, actor.id(), proposedBy, null, null));
        proof.append(new ProofAct(actor.id(), "identity:certificate:bind", account, details.fingerprint()));
    }

    /** None any more. */
    @Transactional
    public void end(String account) {
        lock(account);
        table.end(account, clock.now(), actor.id());
        accounts.setCertificate(account, null);
        proof.append(new ProofAct(actor.id(), "identity:certificate:remove", account, null));
    }

    private void lock(String account) {
        accounts.lock(account).orElseThrow(() -> ProblemAnswer.notFound("identity.unknown-account", "id", account));
    }
}
