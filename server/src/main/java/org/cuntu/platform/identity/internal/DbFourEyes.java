package org.cuntu.platform.identity.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DbFourEyes implements FourEyes {
    private static final int LONGEST = 500;

    private final MatterTable table;
    private final ObjectProvider<Kind> kinds;
    private final CurrentUser current;
    private final CitySignIn rules;
    private final ProofLog proof;
    private final CityClock clock;

    DbFourEyes(
            MatterTable table,
            ObjectProvider<Kind> kinds,
            CurrentUser current,
            CitySignIn rules,
            ProofLog proof,
            CityClock clock) {
        this.table = table;
        this.kinds = kinds;
        this.current = current;
        this.rules = rules;
        this.proof = proof;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Matter propose(String kind, String subject, Map<String, String> content, String reason) {
        Kind wanted = kind(kind);
        User proposer = allowed(wanted.toPropose());
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST) throw refused("identity.reason", "longest", LONGEST);
        wanted.check(subject, content);
        Instant now = clock.now();
        Matter matter = new Matter(
                UUID.randomUUID(),
                kind,
                subject,
                Map.copyOf(content),
                why,
                proposer.id(),
                now,
                now.plus(rules.now().fourEyes()),
                State.OPEN,
                null,
                null,
                null);
        table.add(matter, new TreeSet<>(proposer.lenders(wanted.toPropose())));
        note(proposer, "propose", matter);
        return matter;
    }

    @Override
    @Transactional
    public Done approve(UUID id, String remark) {
        Matter matter = open(id);
        Kind kind = kind(matter.kind());
        User decider = allowed(kind.toDecide());
        refuseSame(matter, kind, decider);
        kind.check(matter.subject(), matter.content());
        Matter decided = decide(matter, decider, State.APPROVED, remark);
        note(decider, "approve", decided);
        return new Done(decided, kind.carryOut(decided));
    }

    @Override
    @Transactional
    public Matter refuse(UUID id, String remark) {
        Matter matter = open(id);
        Kind kind = kind(matter.kind());
        User decider = allowed(kind.toDecide());
        refuseSame(matter, kind, decider);
        Matter decided = decide(matter, decider, State.REFUSED, remark);
        note(decider, "refuse", decided);
        return decided;
    }

    @Override
    @Transactional
    public Matter withdraw(UUID id) {
        Matter matter = open(id);
        User user = current.get();
        if (!user.id().equals(matter.proposedBy())) throw same();
        Matter decided = decide(matter, user, State.WITHDRAWN, "");
        note(user, "withdraw", decided);
        return decided;
    }

    @Override
    public List<Matter> listNewest(int limit) {
        Instant now = clock.now();
        return table.listNewest(limit).stream().map(matter -> asOf(matter, now)).toList();
    }

    private static Matter asOf(Matter matter, Instant now) {
        if (matter.state() != State.OPEN || matter.until().isAfter(now)) return matter;
        return new Matter(
                matter.id(),
                matter.kind(),
                matter.subject(),
                matter.content(),
                matter.reason(),
                matter.proposedBy(),
                matter.proposedAt(),
                matter.until(),
                State.EXPIRED,
                null,
                null,
                null);
    }

    private Matter open(UUID id) {
        Matter matter =
                table.lock(id).orElseThrow(() -> ProblemAnswer.notFound("identity.matter-unknown", "id", id));
        Matter now = asOf(matter, clock.now());
        if (now.state() != State.OPEN)
            throw ProblemAnswer.conflict("identity.matter-decided", "state", now.state().name());
        return matter;
    }

    /** The two are two persons, whatever roles and lending say. */
    private void refuseSame(Matter matter, Kind kind, User decider) {
        Set<String> lentToProposer = table.lenders(matter.id());
        Set<String> lentToDecider = decider.lenders(kind.toDecide());
        Set<String> concerned = kind.concerned(matter.subject());
        boolean same = decider.id().equals(matter.proposedBy())
                || concerned.contains(decider.id())
                || lentToProposer.contains(decider.id())
                || lentToDecider.contains(matter.proposedBy())
                || !Collections.disjoint(lentToDecider, concerned);
        if (same) throw same();
    }

    private Matter decide(Matter matter, User decider, State state, String remark) {
        String said = remark.strip();
        if (said.length() > LONGEST) throw refused("identity.reason", "longest", LONGEST);
        Matter decided = new Matter(
                matter.id(),
                matter.kind(),
                matter.subject(),
                matter.content(),
                matter.reason(),
                matter.proposedBy(),
                matter.proposedAt(),
                matter.until(),
                state,
                decider.id(),
                clock.now(),
                said);
        table.decide(decided);
        return decided;
    }

    private User allowed(String permission) {
        User user = current.get();
        if (!user.may(permission))
            throw new ProblemAnswer(
                    403, Problem.refused("identity.not-allowed", Problem.Place.UNKNOWN, "permission", permission));
        return user;
    }

    private Kind kind(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> refused("identity.matter-kind", "kind", code));
    }

    private void note(User user, String verb, Matter matter) {
        String object = matter.id() + " " + matter.kind() + " " + matter.subject();
        proof.append(new ProofAct(user.id(), "identity:matter:" + verb, object, MatterTable.digest(matter)));
    }

    private static ProblemAnswer same() {
        return new ProblemAnswer(403, Problem.refused("identity.four-eyes-same", Problem.Place.UNKNOWN));
    }

    private static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }
}
