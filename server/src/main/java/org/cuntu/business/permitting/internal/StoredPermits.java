package org.cuntu.business.permitting.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cuntu.business.permitting.Permit;
import org.cuntu.business.permitting.Permits;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.identity.FourEyes;
import org.cuntu.platform.tasks.Tasks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Certificates in the database. */
@Component
class StoredPermits implements Permits {
    private static final int MOST_LOOKED_AT = 5000;
    private static final int NEWEST_MATTERS = 500;
    private static final int LONGEST_WORDS = 1000;
    private static final Set<String> KINDS = Set.of(Permit.Act.WITHDRAW, Permit.Act.REVOKE, Permit.Act.CANCEL).stream()
            .map(PermitEnding::kind)
            .collect(Collectors.toUnmodifiableSet());

    private final PermitTable permits;
    private final PermitNumbers numbers;
    private final PermitSight sight;
    private final PermitPaper papers;
    private final FourEyes fourEyes;
    private final CurrentUser current;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Matters> matters;
    private final ObjectProvider<Tasks> tasks;

    StoredPermits(
            PermitTable permits,
            PermitNumbers numbers,
            PermitSight sight,
            PermitPaper papers,
            FourEyes fourEyes,
            CurrentUser current,
            ProofLog proof,
            CityClock clock,
            TransactionTemplate transaction,
            ObjectProvider<Matters> matters,
            ObjectProvider<Tasks> tasks) {
        this.permits = permits;
        this.numbers = numbers;
        this.sight = sight;
        this.papers = papers;
        this.fourEyes = fourEyes;
        this.current = current;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
        this.matters = matters;
        this.tasks = tasks;
    }

    @Override
    public List<Permit> list(Filter filter, int most) {
        List<Permit> found = new ArrayList<>();
        for (Permit permit : permits.list(PermitSearch.like(filter.text()), MOST_LOOKED_AT)) {
            if (found.size() == most) break;
            boolean wanted = filter.state() == null || permit.stateAt(clock.today()) == filter.state();
            boolean kind = filter.matter() == null || permit.matter().equals(filter.matter());
            if (wanted && kind && sight.sees(permit)) found.add(permit);
        }
        return found;
    }

    @Override
    public Optional<Permit> find(UUID id) {
        return permits.find(id).filter(sight::sees);
    }

    @Override
    public Optional<Permit> ofCase(UUID caseId) {
        return permits.findCase(caseId);
    }

    @Override
    public Optional<Permit> findIssued(String number) {
        return permits.findNumber(number);
    }

    @Override
    public List<Permit.Event> listEvents(Permit permit) {
        return permits.listEvents(permit.id());
    }

    @Override
    public List<Permit.Voided> listVoided(Permit permit) {
        return numbers.listVoided(permit.id());
    }

    @Override
    public List<Permit> listVersions(Permit permit) {
        Permit first = permit;
        for (UUID of = first.of(); of != null; of = first.of())
            first = permits.find(of).orElseThrow();
        List<Permit> versions = new ArrayList<>(List.of(first));
        for (int i = 0; i < versions.size(); i++)
            versions.addAll(permits.next(versions.get(i).id()));
        return versions;
    }

    @Override
    public String content(Permit permit) {
        return permits.content(permit.id());
    }

    @Override
    public byte[] paper(Permit permit, Locale locale) {
        return papers.of(permit, locale);
    }

    @Override
    public FourEyes.Matter propose(UUID id, Permit.Act act, String ground, String reason) {
        Permit permit = find(id).orElseThrow(() -> none(id));
        if (!List.of(Permit.Act.WITHDRAW, Permit.Act.REVOKE, Permit.Act.CANCEL).contains(act))
            throw new InputRefused(Problem.refused("permitting.act", Problem.Place.UNKNOWN, "act", act.name()));
        words(reason);
        boolean waits =
                listOpen(permit).stream().anyMatch(matter -> matter.kind().equals(PermitEnding.kind(act)));
        if (waits) throw ProblemAnswer.conflict("permitting.proposed", "number", permit.number());
        return fourEyes.propose(
                PermitEnding.kind(act),
                id.toString(),
                Map.of(PermitEnding.GROUND, ground, PermitEnding.NUMBER, permit.number()),
                reason.strip());
    }

    @Override
    public List<FourEyes.Matter> listOpen(Permit permit) {
        return fourEyes.listNewest(NEWEST_MATTERS).stream()
                .filter(matter -> KINDS.contains(matter.kind()) && matter.state() == FourEyes.State.OPEN)
                .filter(matter -> matter.subject().equals(permit.id().toString()))
                .toList();
    }

    @Override
    public Permit decide(UUID matter, boolean approve, String remark) {
        Permit permit = of(matter);
        if (approve) fourEyes.approve(matter, remark);
        else fourEyes.refuse(matter, remark);
        return permits.find(permit.id()).orElseThrow();
    }

    @Override
    public Permit takeBack(UUID matter) {
        Permit permit = of(matter);
        fourEyes.withdraw(matter);
        return permits.find(permit.id()).orElseThrow();
    }

    private Permit of(UUID matter) {
        return fourEyes.listNewest(NEWEST_MATTERS).stream()
                .filter(each -> each.id().equals(matter) && KINDS.contains(each.kind()))
                .findFirst()
                .flatMap(each -> find(UUID.fromString(each.subject())))
                .orElseThrow(() -> ProblemAnswer.notFound("identity.matter-unknown", "id", matter));
    }

    @Override
    public Permit voidNumber(UUID id, String reason) {
        String said = words(reason);
        transaction.executeWithoutResult(status -> {
            Permit permit = permits.hold(id).filter(sight::sees).orElseThrow(() -> none(id));
            if (!sight.sees(PermitEnding.DECIDE, permit.division())) throw none(id);
            Permit.State state = permit.stateAt(clock.today());
            if (state != Permit.State.VALID
                    || permit.issuedBy().equals(current.get().id()))
                throw ProblemAnswer.conflict("permitting.cannot-void", "number", permit.number());
            Matter matter = matters.getObject().get(permit.matter(), permit.matterHash());
            Instant now = clock.now();
            String by = current.get().id();
            String number = numbers.next(
                    java.util.Objects.requireNonNull(matter.result()),
                    permit.division(),
                    permit.issuedOn().getYear());
            String content = PermitTree.renumbered(permits.content(id), number);
            numbers.voided(permit.number(), by, now, said);
            Permit again = PermitCopy.numbered(permit, number, CanonicalJson.sha256(content));
            numbers.given(number, id, now);
            permits.renumber(again, content, now);
            permits.happened(id, Permit.Act.VOID, by, now, "", permit.number() + " " + said);
            proof.append(new ProofAct(
                    by, "permitting:certificate:void", permit.number() + " " + number + " " + id, again.hash()));
            tasks.getObject().submit(PermitTask.KIND, Map.of("permit", id.toString()));
        });
        return permits.find(id).orElseThrow();
    }

    private static String words(String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS)
            throw new InputRefused(Problem.refused("permitting.words", Problem.Place.UNKNOWN, "most", LONGEST_WORDS));
        return said;
    }

    private static ProblemAnswer none(UUID id) {
        return ProblemAnswer.notFound("permitting.no-such", "number", id);
    }
}
