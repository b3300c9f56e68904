package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.cuntu.business.planning.SectorChecks;
import org.cuntu.business.planning.SectorEntry;
import org.cuntu.business.planning.SectorEntry.State;
import org.cuntu.business.planning.SectorFindings;
import org.cuntu.business.planning.SectorPlans;
import org.cuntu.business.planning.SectorRound;
import org.cuntu.business.planning.SectorRule;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The list in the database; every act in one transaction that holds the entry's row. */
@Component
class StoredSectorPlans implements SectorPlans {
    private static final int LONGEST_WORDS = 1000;

    private final SectorTable table;
    private final SectorLists lists;
    private final SectorPersons persons;
    private final SectorFollowing following;
    private final SectorChecks checks;
    private final SectorWork work;
    private final ProofLog proof;
    private final CityClock clock;
    private final TransactionTemplate transaction;

    StoredSectorPlans(
            SectorTable table,
            SectorLists lists,
            SectorPersons persons,
            SectorFollowing following,
            SectorChecks checks,
            SectorWork work,
            ProofLog proof,
            CityClock clock,
            TransactionTemplate transaction) {
        this.table = table;
        this.lists = lists;
        this.persons = persons;
        this.following = following;
        this.checks = checks;
        this.work = work;
        this.proof = proof;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public List<SectorEntry> listEntries(@Nullable Instant known) {
        List<SectorEntry> all = known == null ? following.of(table.list()) : table.list(known);
        return all.stream().filter(persons::sees).toList();
    }

    @Override
    public Optional<SectorEntry> find(String code) {
        return table.find(code, false).filter(persons::sees).map(following::of);
    }

    @Override
    public List<Event> listEvents(String code) {
        return find(code).map(entry -> table.listEvents(code)).orElse(List.of());
    }

    @Override
    public SectorEntry move(String code, State to, String reason) {
        return act(code, SectorPersons.EDIT, Act.MOVE, "move", reason, entry -> {
            boolean can =
                    switch (entry.state()) {
                        case NOT_STARTED -> to == State.DRAFTING;
                        case DRAFTING -> to == State.CHECKING || to == State.NOT_STARTED;
                        case CHECKING -> to == State.DRAFTING;
                        case APPROVED -> to == State.CHECKING;
                        case STORED, ABOLISHED -> false;
                    };
            if (!can) throw wrong(entry);
            return entry.approved(to, null, null);
        });
    }

    @Override
    public SectorEntry approve(String code, String number, LocalDate on, String reason) {
        return act(code, SectorPersons.EDIT, Act.APPROVE, "approve", reason, entry -> {
            if (entry.state() != State.CHECKING) throw wrong(entry);
            String named = number.strip();
            if (named.isEmpty() || named.length() > 200 || on.isAfter(clock.today()))
                throw LineCandidates.refused("planning.sector-approval", "most", 200);
            sound(last(entry));
            return entry.approved(State.APPROVED, named, on);
        });
    }

    @Override
    public SectorEntry store(String code, Map<String, String> conditions, String reason) {
        String met = conditions.entrySet().stream()
                .filter(each -> !each.getValue().isBlank())
                .map(each -> each.getKey() + ": " + each.getValue().strip())
                .sorted()
                .collect(Collectors.joining("; "));
        String said = met.isEmpty() ? reason : reason.strip() + " [" + met + "]";
        return act(code, SectorPersons.RELEASE, Act.STORE, "store", said, entry -> {
            if (entry.state() != State.APPROVED) throw wrong(entry);
            SectorRound round = last(entry);
            User user = persons.permitted(SectorPersons.RELEASE, entry);
            if (!persons.isOther(user, round, table.listEvents(code)))
                throw new ProblemAnswer(403, Problem.refused("planning.sector-same-person", Problem.Place.UNKNOWN));
            SectorFindings findings = sound(round);
            if (work.hasMoved(findings)) throw ProblemAnswer.conflict("planning.sector-moved", "code", code);
            for (SectorRule.Answer answer : findings.answers())
                if (answer.verdict() == Verdict.CONDITIONAL
                        && conditions
                                .getOrDefault(answer.rule().rule().id(), "")
                                .isBlank())
                    throw LineCandidates.refused(
                            "planning.sector-condition",
                            "rule",
                            answer.rule().rule().id());
            return entry.in(State.STORED);
        });
    }

    private SectorRound last(SectorEntry entry) {
        List<SectorRound> rounds = checks.listRounds(entry.code());
        if (rounds.isEmpty() || rounds.getLast().state() != SectorRound.State.DONE)
            throw ProblemAnswer.conflict("planning.sector-unchecked", "code", entry.code());
        return rounds.getLast();
    }

    private SectorFindings sound(SectorRound round) {
        SectorFindings findings = checks.findFindings(round).orElseThrow();
        if (!findings.stopping().isEmpty()) {
            String named = findings.stopping().stream()
                    .map(answer -> answer.rule().rule().id())
                    .collect(Collectors.joining(", "));
            throw ProblemAnswer.conflict("planning.sector-stopped", "rules", named);
        }
        return findings;
    }

    private SectorEntry act(
            String code, String permission, Act act, String verb, String reason, UnaryOperator<SectorEntry> change) {
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS)
            throw LineCandidates.refused("planning.words", "most", LONGEST_WORDS);
        transaction.executeWithoutResult(status -> {
            SectorEntry entry = table.find(code, true)
                    .filter(persons::sees)
                    .orElseThrow(() -> ProblemAnswer.notFound("planning.sector-unknown", "code", code));
            User user = persons.permitted(permission, entry);
            following.findPlan(code).ifPresent(plan -> {
                throw ProblemAnswer.conflict("planning.sector-follows", "code", code, "plan", plan.number());
            });
            SectorEntry after = change.apply(entry);
            table.happened(after, act, user.id(), null, clock.now(), said);
            proof.append(new ProofAct(
                    user.id(),
                    "planning:sector:" + verb,
                    code + " " + after.state().name(),
                    null));
        });
        return find(code).orElseThrow();
    }

    private static ProblemAnswer wrong(SectorEntry entry) {
        return ProblemAnswer.conflict(
                "planning.sector-state",
                "code",
                entry.code(),
                "state",
                entry.state().name());
    }

    @Override
    public Published publish(int year, String words) {
        return lists.publish(year, words, listEntries(null));
    }

    @Override
    public List<Published> listPublished() {
        return lists.list();
    }

    @Override
    public List<SectorEntry> published(int year, int number) {
        return lists.entries(year, number).stream().filter(persons::sees).toList();
    }
}
