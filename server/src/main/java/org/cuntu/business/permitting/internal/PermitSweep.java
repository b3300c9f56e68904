package org.cuntu.business.permitting.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.PermitEnded;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One look over the certificates that have an end: the holder is told before it, and what is over is written down as expired. Each
 * certificate is a transaction of its own with its entry of the proof log; a second look does nothing.
 */
@Component
public class PermitSweep {
    private static final Logger log = LoggerFactory.getLogger(PermitSweep.class);

    private final PermitTable permits;
    private final PermitTelling telling;
    private final PermittingFile file;
    private final TransactionTemplate transaction;
    private final ProofLog proof;
    private final CurrentActor actor;
    private final CityClock clock;
    private final ApplicationEventPublisher events;

    PermitSweep(
            PermitTable permits,
            PermitTelling telling,
            PermittingFile file,
            TransactionTemplate transaction,
            ProofLog proof,
            CurrentActor actor,
            CityClock clock,
            ApplicationEventPublisher events) {
        this.permits = permits;
        this.telling = telling;
        this.file = file;
        this.transaction = transaction;
        this.proof = proof;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /** One look. A certificate that cannot be looked at keeps no other from it. */
    public void look() {
        LocalDate today = clock.today();
        for (UUID id : permits.listEnding(today)) alone(id, permit -> expire(permit, today));
        List<Integer> days = file.warnDays(today);
        if (days.isEmpty()) return;
        for (UUID id : permits.listEnding(today.plusDays(days.getFirst())))
            alone(id, permit -> warn(permit, days, today));
    }

    private void alone(UUID id, java.util.function.Consumer<Permit> work) {
        try {
            transaction.executeWithoutResult(status -> permits.hold(id).ifPresent(work));
        } catch (RuntimeException e) {
            log.error("incident {}: certificate {}", UUID.randomUUID(), id, e);
        }
    }

    private void expire(Permit permit, LocalDate today) {
        boolean over = permit.state() == Permit.State.VALID && permit.stateAt(today) == Permit.State.EXPIRED;
        if (!over) return;
        String until = String.valueOf(permit.validUntil());
        permits.stand(permit.id(), Permit.State.EXPIRED, clock.now());
        note(Permit.Act.EXPIRE, permit, until);
        events.publishEvent(new PermitEnded(
                permit.id(),
                permit.number(),
                permit.caseId(),
                Permit.Act.EXPIRE,
                permit.holderAccount(),
                permit.issuedBy(),
                until));
    }

    /** Of the days that have been reached the last one alone: who looks late does not tell it twice. */
    private void warn(Permit permit, List<Integer> days, LocalDate today) {
        LocalDate until = permit.validUntil();
        if (permit.state() != Permit.State.VALID || until == null || !until.isAfter(today)) return;
        long left = ChronoUnit.DAYS.between(today, until);
        int reached =
                days.stream().filter(each -> left <= each).min(Integer::compare).orElse(0);
        String occasion = until + " " + reached;
        boolean told = permits.listEvents(permit.id()).stream()
                .anyMatch(each -> each.act() == Permit.Act.WARN && each.words().equals(occasion));
        if (reached == 0 || told) return;
        note(Permit.Act.WARN, permit, occasion);
        telling.warn(permit, until, occasion);
    }

    private void note(Permit.Act act, Permit permit, String words) {
        permits.happened(permit.id(), act, actor.id(), clock.now(), "", words);
        proof.append(new ProofAct(
                actor.id(),
                "permitting:certificate:" + PermitEnding.verb(act),
                permit.number() + " " + permit.id() + " " + words,
                permit.hash()));
    }
}
