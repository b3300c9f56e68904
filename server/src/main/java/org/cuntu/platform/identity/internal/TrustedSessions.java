package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.TrustedSignIn;
import org.cuntu.platform.identity.User;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
@ConditionalOnWebApplication
class TrustedSessions implements TrustedSignIn {
    private final Accounts accounts;
    private final SecurityContextRepository contexts;
    private final ProofLog proof;
    private final TransactionTemplate transaction;

    TrustedSessions(
            Accounts accounts, SecurityContextRepository contexts, ProofLog proof, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.contexts = contexts;
        this.proof = proof;
        this.transaction = transaction;
    }

    @Override
    public void open(String account, String by, HttpServletRequest request, HttpServletResponse response) {
        User user = accounts.find(account)
                .orElseThrow(() -> new ProblemAnswer(401, Problem.refused("identity.sign-in", Problem.Place.UNKNOWN)));
        transaction.executeWithoutResult(
                status -> proof.append(new ProofAct(user.id(), "identity:session:open", user.id() + " " + by, null)));
        HttpSession old = request.getSession(false);
        if (old != null) old.invalidate();
        request.getSession(true);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user.id(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
