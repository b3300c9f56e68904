package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.PermitEnded;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.Reach;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What the three ways of ending a certificate have in common: which of them fits how it stands, and what is done when a second person
 * has agreed. Its holder is told by whoever listens to {@link PermitEnded}.
 */
@Component
class PermitEnding {
    static final String DECIDE = "permitting:certificate:decide";
    /** The key of the ground in a proposal's content. */
    static final String GROUND = "ground";

    static final String NUMBER = "number";

    private final PermitTable permits;
    private final PermittingFile file;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;
    private final ApplicationEventPublisher events;

    PermitEnding(
            PermitTable permits,
            PermittingFile file,
            CurrentUser current,
            ProofLog proof,
            CityClock clock,
            ApplicationEventPublisher events) {
        this.permits = permits;
        this.file = file;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
        this.events = events;
    }

    static String kind(Permit.Act act) {
        return "certificate-" + verb(act);
    }

    static String verb(Permit.Act act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    static String permission(Permit.Act act) {
        return "permitting:certificate:" + verb(act);
    }

    /** How it stands after the act. */
    static Permit.State then(Permit.Act act) {
        return switch (act) {
            case WITHDRAW -> Permit.State.WITHDRAWN;
            case REVOKE -> Permit.State.REVOKED;
            case CANCEL -> Permit.State.CANCELLED;
            default -> throw new IllegalArgumentException(act.name());
        };
    }

    /**
     * Whether the act fits: 撤回 only takes what is lawful and holds; 撤销 also what has run out or was changed, for it should never have
     * been; 注销 strikes off whatever is not struck off yet.
     */
    static boolean fits(Permit.Act act, Permit.State state) {
        return switch (act) {
            case WITHDRAW -> state == Permit.State.VALID;
            case REVOKE -> state == Permit.State.VALID || state == Permit.State.EXPIRED;
            case CANCEL ->
                Set.of(Permit.State.VALID, Permit.State.EXPIRED, Permit.State.WITHDRAWN, Permit.State.REVOKED)
                        .contains(state);
            default -> false;
        };
    }

    /** A person who holds it ends nothing of their own. */
    Set<String> concerned(String subject) {
        String account = permit(subject).holderAccount();
        return account == null ? Set.of() : Set.of(account);
    }

    void check(Permit.Act act, String subject, Map<String, String> content) {
        Permit permit = permit(subject);
        Permit.State state = permit.stateAt(clock.today());
        boolean reaches = current.reach(permission(act)).sees(Reach.significant(permit.division()), PermitSight.LEVEL)
                || current.reach(DECIDE).sees(Reach.significant(permit.division()), PermitSight.LEVEL);
        if (!reaches) throw refused("permitting.elsewhere", "number", permit.number());
        if (!fits(act, state)) throw refused("permitting.act-state", "number", permit.number(), "state", state.name());
        String ground = content.getOrDefault(GROUND, "");
        boolean known = file.grounds(act).stream().anyMatch(each -> each.id().equals(ground));
        if (!known) throw refused("permitting.ground", "ground", ground);
    }

    Map<String, String> carryOut(Permit.Act act, FourEyes.Matter matter) {
        Permit permit = permits.hold(UUID.fromString(matter.subject())).orElseThrow();
        check(act, matter.subject(), matter.content());
        Instant now = clock.now();
        String decider = current.get().id();
        permits.stand(permit.id(), then(act), now);
        String ground = matter.content().getOrDefault(GROUND, "");
        permits.happened(permit.id(), act, decider, now, ground, matter.reason());
        proof.append(new ProofAct(
                decider, permission(act), permit.number() + " " + permit.id() + " " + ground, permit.hash()));
        events.publishEvent(new PermitEnded(
                permit.id(),
                permit.number(),
                permit.caseId(),
                act,
                permit.holderAccount(),
                permit.issuedBy(),
                matter.reason()));
        return Map.of(NUMBER, permit.number());
    }

    private Permit permit(String subject) {
        try {
            return permits.find(UUID.fromString(subject))
                    .orElseThrow(() -> refused("permitting.no-such", "number", subject));
        } catch (IllegalArgumentException e) {
            throw refused("permitting.no-such", "number", subject);
        }
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
