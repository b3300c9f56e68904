package org.cuntu.platform.identity.internal;

import org.cuntu.platform.audit.ProofAct;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a sign-in came from: the address of the request as the container knows it, a personal value of the entry, found by
 * whoever oversees and erasable like every other. Nothing outside a request.
 */
final class RequestOrigin {
    private static final String ADDRESS = "address";

    private RequestOrigin() {}

    static ProofAct on(ProofAct act) {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? act.withPersonal(ADDRESS, web.getRequest().getRemoteAddr())
                : act;
    }
}
