package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.TrustedSignIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
@ConditionalOnWebApplication
class TrustedSessions implements TrustedSignIn {
    private final AccountTable accounts;
    private final SignIns signIns;
    private final SignInCheck check;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    TrustedSessions(
            AccountTable accounts,
            SignIns signIns,
            SignInCheck check,
            ProofLog proof,
            CityClock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.signIns = signIns;
        this.check = check;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void open(String account, String by, HttpServletRequest request, HttpServletResponse response) {
        transaction.executeWithoutResult(status -> {
            AccountRow row = accounts.lock(account)
                    .filter(found ->
                            found.enabled() && !found.isLocked(clock.now()) && !check.isForgotten(found, clock.now()))
                    .orElseThrow(
                            () -> new ProblemAnswer(401, Problem.refused("identity.sign-in", Problem.Place.UNKNOWN)));
            accounts.setSignedIn(row.id(), clock.now());
            proof.append(new ProofAct(row.id(), "identity:session:open", row.id() + " " + by, null));
        });
        signIns.open(request, account, by);
    }
}
