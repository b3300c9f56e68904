package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.Accounts;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/** Who has a step, who follows the case, and what the supervisor and the holder say to one another. */
@Component
class CaseHands {
    private final CaseTaskTable tasks;
    private final CaseTable cases;
    private final RemarkTable remarks;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CasePossible possible;
    private final CasePersons persons;
    private final CaseHolds holds;
    private final CaseMoves moves;
    private final CaseTelling telling;
    private final Accounts accounts;
    private final CityClock clock;

    CaseHands(
            CaseTaskTable tasks,
            CaseTable cases,
            RemarkTable remarks,
            CaseReading reading,
            CaseTransaction transaction,
            CasePossible possible,
            CasePersons persons,
            CaseHolds holds,
            CaseMoves moves,
            CaseTelling telling,
            Accounts accounts,
            CityClock clock) {
        this.tasks = tasks;
        this.cases = cases;
        this.remarks = remarks;
        this.reading = reading;
        this.transaction = transaction;
        this.possible = possible;
        this.persons = persons;
        this.holds = holds;
        this.moves = moves;
        this.telling = telling;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Step(CaseRow row, Matter matter, MatterStep step, CaseTaskTable.Row task) {}

    private CaseFile on(UUID task, Consumer<Step> act) {
        UUID id = tasks.find(task)
                .map(each -> each.task().caseId())
                .orElseThrow(() -> ProblemAnswer.notFound("cases.unknown-task", "task", task));
        return transaction.on(id, row -> {
            CaseTaskTable.Row open = possible.open(row, task);
            Matter matter = reading.matter(row);
            act.accept(new Step(row, matter, matter.step(open.task().step()), open));
        });
    }

    CaseFile claim(UUID task) {
        return on(task, of -> {
            possible.take(of.row, of.matter, of.step, of.task);
            if (of.task.task().holder() == null)
                moves.note(
                        of.row,
                        of.row.state(),
                        CaseMoves.Done.of("CLAIMED", "claim").at(of.step.id()));
        });
    }

    CaseFile release(UUID task) {
        return on(task, of -> {
            if (!possible.isHeld(of.step, of.task.task().holder()))
                throw ProblemAnswer.conflict(
                        "cases.held", "who", String.valueOf(of.task.task().holder()));
            tasks.hold(task, null);
            moves.note(
                    of.row,
                    of.row.state(),
                    CaseMoves.Done.of("RELEASED", "release").at(of.step.id()));
        });
    }

    CaseFile handOver(UUID task, String account, String reason) {
        return on(task, of -> {
            String holder = of.task.task().holder();
            if (holder == null || !possible.isHeld(of.step, holder))
                throw ProblemAnswer.conflict("cases.held", "who", String.valueOf(holder));
            String why = CaseChecks.words(reason, true);
            User other = accounts.find(account)
                    .filter(user -> user.reach(of.step.permission()).sees(of.row.division(), CasePersons.LEVEL))
                    .orElseThrow(() -> CaseChecks.refused(
                            "cases.hand-over",
                            "account",
                            account,
                            "step",
                            of.step.title().zh()));
            List<String> lenders = List.copyOf(other.lenders(of.step.permission()));
            persons.excluded(of.row, of.matter, of.step, account, lenders).ifPresent(not -> {
                throw new ProblemAnswer(403, not);
            });
            tasks.hold(task, account);
            moves.note(
                    of.row,
                    of.row.state(),
                    CaseMoves.Done.of("HANDED_OVER", "hand-over")
                            .at(of.step.id())
                            .saying(why));
            telling.tell(
                    List.of(account),
                    of.row,
                    "hand-over",
                    task + " " + clock.now(),
                    "办件 {case} 的“" + of.step.title().zh() + "”已移交给您。",
                    "The step \"" + of.step.title().en() + "\" of case {case} was handed over to you.");
        });
    }

    CaseFile urge(UUID id, String words) {
        return transaction.on(id, row -> {
            holds.permitted("cases:case:urge", row);
            if (!row.state().isOpen()) throw CaseDrafts.wrong(row);
            String said = CaseChecks.words(words, true);
            remarks.add(id, new RemarkTable.Remark(RemarkTable.Kind.URGE, said, null, persons.id(), clock.now()));
            cases.set(id, Map.of("urged", true));
            moves.note(row, row.state(), CaseMoves.Done.of("URGED", "urge").saying(said));
            telling.tell(
                    holders(id),
                    row,
                    "urged",
                    "urge " + clock.now(),
                    "办件 {case} 被督办，请尽快办理。",
                    "Case {case} is urged; please see to it.");
        });
    }

    /** Who has its open steps; where nobody has one, all of its unit. */
    Set<String> holders(UUID id) {
        Set<String> holders = new TreeSet<>();
        for (CaseTaskTable.Row task : tasks.listOpen(id)) {
            String holder = task.task().holder();
            if (holder != null) holders.add(holder);
            else holders.addAll(persons.of(task.task().unit(), null));
        }
        return holders;
    }

    CaseFile explain(UUID id, String words) {
        return transaction.on(id, row -> {
            boolean had = tasks.list(id).stream()
                    .anyMatch(task -> persons.id().equals(task.task().holder())
                            || persons.id().equals(task.by()));
            if (!had) throw new ProblemAnswer(403, Problem.refused("cases.not-holder", Problem.Place.UNKNOWN));
            String said = CaseChecks.words(words, true);
            remarks.add(
                    id, new RemarkTable.Remark(RemarkTable.Kind.EXPLANATION, said, null, persons.id(), clock.now()));
            moves.note(
                    row, row.state(), CaseMoves.Done.of("EXPLAINED", "explain").saying(said));
        });
    }

    CaseFile judge(UUID id, boolean responsible, String words) {
        return transaction.on(id, row -> {
            holds.permitted("cases:case:judge", row);
            List<RemarkTable.Remark> said = remarks.list(id);
            RemarkTable.Remark last = said.stream()
                    .filter(each -> each.kind() == RemarkTable.Kind.EXPLANATION)
                    .reduce((one, other) -> other)
                    .orElse(null);
            if (last != null && last.by().equals(persons.id()))
                throw new ProblemAnswer(403, Problem.refused("cases.own-explanation", Problem.Place.UNKNOWN));
            String why = CaseChecks.words(words, true);
            remarks.add(
                    id,
                    new RemarkTable.Remark(RemarkTable.Kind.JUDGEMENT, why, responsible, persons.id(), clock.now()));
            moves.note(
                    row,
                    row.state(),
                    CaseMoves.Done.of(responsible ? "RESPONSIBLE" : "NOT_RESPONSIBLE", "judge")
                            .saying(why));
            if (last != null)
                telling.tell(
                        List.of(last.by()),
                        row,
                        "judged",
                        "judge " + clock.now(),
                        "办件 {case} 的申辩已认定：" + (responsible ? "有责" : "无责") + "。",
                        "Your explanation for case {case} was judged: "
                                + (responsible ? "responsible" : "not responsible") + ".");
        });
    }

    CaseFile follow(UUID id, boolean follow) {
        return transaction.on(id, row -> {
            remarks.follow(id, persons.id(), follow, clock.now());
            moves.note(row, row.state(), CaseMoves.Done.of(follow ? "FOLLOWED" : "UNFOLLOWED", "follow"));
        });
    }
}
