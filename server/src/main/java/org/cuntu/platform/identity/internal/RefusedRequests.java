package org.cuntu.platform.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Requests that were turned away are acts as well ({@code identity:access:refuse}): what somebody may not do, and records that
 * they asked for and do not see. The entry names the handler's pattern, never the address as it was typed.
 */
@Component
class RefusedRequests {
    private static final Logger log = LoggerFactory.getLogger(RefusedRequests.class);
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final ProofLog proof;
    private final CurrentUser current;
    private final TransactionTemplate transaction;

    RefusedRequests(ProofLog proof, CurrentUser current, PlatformTransactionManager transactions) {
        this.proof = proof;
        this.current = current;
        // of its own: the refusal stays true when what was refused is rolled back
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Whether an answer of this status turns somebody away from something: a record that is not seen is not found. */
    static boolean isRefusal(HttpServletRequest request, int status) {
        String pattern = pattern(request);
        boolean record = pattern.contains("{") && !pattern.startsWith("/api/tiles/");
        return status == FORBIDDEN || status == NOT_FOUND && record;
    }

    /** A refusal that cannot be written down is one all the same. */
    void note(HttpServletRequest request, int status) {
        String who = current.find().map(User::id).orElse(CurrentActor.LOCAL);
        if (who.equals(CurrentActor.LOCAL)) return;
        String object = status + " " + request.getMethod() + " " + pattern(request);
        try {
            transaction.executeWithoutResult(
                    done -> proof.append(new ProofAct(who, "identity:access:refuse", object, null)));
        } catch (RuntimeException e) {
            log.warn("a refusal was not written down", e);
        }
    }

    private static String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "" : pattern.toString();
    }
}
