package org.cuntu.platform.audit.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Whence an act came (security-sharing 21): the address of the request as the container knows it, and the device as it names
 * itself, shortened. Both are personal values of the entry, found by whoever oversees and erasable like every other (ADR 0025).
 * An act that is written in somebody else's request, or that ends by itself, came from nowhere.
 */
@Component
class RequestOrigin {
    static final String ADDRESS = "address";
    static final String DEVICE = "device";
    private static final int DEVICE_LENGTH = 120;
    private static final String ENDED = "-end";
    private static final Set<String> OF_A_SIGN_IN =
            Set.of("identity:session:open", "identity:session:refuse", "identity:account:lock");

    private final CurrentActor actor;

    RequestOrigin(CurrentActor actor) {
        this.actor = actor;
    }

    ProofAct on(ProofAct act) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web)) return act;
        if (!isOfThisRequest(act)) return act;
        HttpServletRequest request = web.getRequest();
        String device = request.getHeader("User-Agent");
        ProofAct from = act.withPersonal(ADDRESS, request.getRemoteAddr());
        return device == null || device.isBlank() ? from : from.withPersonal(DEVICE, shortened(device));
    }

    /** A sign-in, or a failed one, is the act of who is not signed in yet. */
    private boolean isOfThisRequest(ProofAct act) {
        if (act.act().endsWith(ENDED)) return false;
        return OF_A_SIGN_IN.contains(act.act()) || act.actor().equals(actor.id());
    }

    /** Without what no database keeps. */
    private static String shortened(String device) {
        String clean = device.strip().replaceAll("[^\\x20-\\x7e]", "?");
        return clean.substring(0, Math.min(clean.length(), DEVICE_LENGTH));
    }
}
