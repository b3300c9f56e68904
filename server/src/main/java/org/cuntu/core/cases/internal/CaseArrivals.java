package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Processes;
import org.cuntu.core.cases.ResultIssuer;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the process tells of its moves: rows, and tasks for whatever takes longer (contracts 10). Each is done once, however often it is told. */
@Component
class CaseArrivals implements Processes.Arrivals {
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final CaseReading reading;
    private final CasePersons persons;
    private final CaseClocks clocks;
    private final CaseMoves moves;
    private final CaseTelling telling;
    private final ObjectProvider<ResultIssuer> issuers;
    private final ObjectProvider<Tasks> work;
    private final CityClock clock;

    CaseArrivals(
            CaseTable cases,
            CaseTaskTable tasks,
            CaseReading reading,
            CasePersons persons,
            CaseClocks clocks,
            CaseMoves moves,
            CaseTelling telling,
            ObjectProvider<ResultIssuer> issuers,
            ObjectProvider<Tasks> work,
            CityClock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.reading = reading;
        this.persons = persons;
        this.clocks = clocks;
        this.moves = moves;
        this.telling = telling;
        this.issuers = issuers;
        this.work = work;
        this.clock = clock;
    }

    private CaseRow held(UUID id) {
        return cases.lock(id).orElseThrow(() -> new IllegalStateException("no case " + id));
    }

    @Override
    public void moving(UUID caseId) {
        held(caseId);
    }

    @Override
    public void opened(UUID caseId, UUID task, String step) {
        CaseRow row = held(caseId);
        Matter matter = reading.matter(row);
        MatterStep of = matter.step(step);
        Instant now = clock.now();
        LocalDate opened = clocks.opening(now);
        boolean applicants = of.kind() == MatterStep.Kind.CORRECT;
        String unit = applicants ? null : persons.unit(of, row.division());
        String holder = applicants ? row.applicant().account() : null;
        boolean added = tasks.add(new CaseTaskTable.Row(
                new CaseTask(task, caseId, step, unit, row.division(), holder, now, null, null, null),
                of.kind(),
                opened,
                of.limit(),
                clocks.step(caseId, opened, of.limit()),
                null));
        if (!added) return;
        if (applicants && holder != null)
            telling.tell(
                    List.of(holder),
                    row,
                    "correct",
                    "correct " + task,
                    "您的办件 {case} 需要补正，请查看补正告知。",
                    "Your case {case} is to be corrected; please see what is asked.");
        boolean reviews = matter.review() != null && matter.review().step().equals(step);
        boolean another = row.siteHash() != null && !row.siteHash().equals(row.reviewSite());
        if (reviews && another) review(row);
    }

    @Override
    public void closed(UUID caseId, UUID task, String step) {
        tasks.end(task, clock.now(), null, null);
    }

    @Override
    public void called(UUID caseId, String delegate) {
        CaseRow row = held(caseId);
        switch (delegate) {
            case "review" -> review(row);
            case "number" -> number(row);
            case "paper" -> moves.note(row, row.state(), CaseMoves.Done.of("PAPER_ASKED", "ask-paper"));
            case "fan-out" -> work(CasePackTask.KIND, row, "do", CasePackTask.FAN_OUT);
            case "publish" -> moves.note(row, row.state(), CaseMoves.Done.of("PUBLISHED", "publish"));
            case "archive" -> moves.note(row, row.state(), CaseMoves.Done.of("FILED", "file"));
            case "notify" -> notifyApplicant(row);
            default -> throw new IllegalStateException("no such delegate: " + delegate);
        }
    }

    private void review(CaseRow row) {
        work(CaseReviewTask.KIND, row, "site", String.valueOf(row.siteHash()));
    }

    private void work(String kind, CaseRow row, String key, String value) {
        work.getObject().submit(kind, Map.of("case", row.id().toString(), key, value));
    }

    private void number(CaseRow row) {
        if (row.result() != null) return;
        Matter matter = reading.matter(row);
        MatterResult result = matter.result();
        if (result == null) return;
        ResultIssuer issuer = issuers.stream()
                .filter(each -> each.kind().equals(result.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody issues " + result.kind()));
        String number = issuer.issue(reading.file(row), matter);
        cases.set(row.id(), Map.of("result", number));
        moves.note(row, row.state(), CaseMoves.Done.of("NUMBERED", "number").at(number));
    }

    private void notifyApplicant(CaseRow row) {
        String account = row.applicant().account();
        moves.note(row, row.state(), CaseMoves.Done.of("TOLD", "tell"));
        if (account != null)
            telling.tell(
                    List.of(account),
                    row,
                    "result",
                    "result " + row.state(),
                    "您的办件 {case} 有了结果，请查看。",
                    "There is a result of your case {case}.");
    }

    @Override
    public void ended(UUID caseId, String end) {
        CaseRow row = held(caseId);
        if (row.times().endedAt() != null) return;
        CaseState state = last(row);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", state);
        columns.put("ended_at", clock.now());
        columns.put("suspended", false);
        columns.put("tell_due", null);
        cases.set(caseId, columns);
        moves.note(row, state, CaseMoves.Done.of("ENDED", "end").at(end));
        notifyEnd(row, state);
        if (row.parent() != null)
            work.getObject()
                    .submit(CasePackTask.KIND, Map.of("case", row.parent().toString(), "do", CasePackTask.CHILDREN));
    }

    private void notifyEnd(CaseRow row, CaseState state) {
        String account = row.applicant().account();
        if (account == null) return;
        telling.tell(
                List.of(account),
                row,
                "ended",
                "ended " + state,
                "您的办件 {case} 已办结，请查看结果。",
                "Your case {case} has ended; please see its result.");
    }

    private CaseState last(CaseRow row) {
        List<CaseState> children =
                cases.listChildren(row.id()).stream().map(CaseRow::state).toList();
        if (!children.isEmpty() && row.state() != CaseState.NOT_ACCEPTED) return ofPack(children);
        return switch (row.state()) {
            case APPROVED, IN_REVIEW -> CaseState.ISSUED;
            case DRAFT, SUBMITTED, CORRECTING -> CaseState.TERMINATED;
            case NOT_ACCEPTED, REFUSED, ISSUED, PARTLY, ARCHIVED, WITHDRAWN, TERMINATED -> row.state();
        };
    }

    /** Of a pack: what its cases came to; PARTLY when some were approved and some were not (部分办结). */
    static CaseState ofPack(List<CaseState> children) {
        boolean some = children.contains(CaseState.ISSUED)
                || children.contains(CaseState.APPROVED)
                || children.contains(CaseState.ARCHIVED);
        boolean all = children.stream()
                .allMatch(each -> each == CaseState.ISSUED || each == CaseState.APPROVED || each == CaseState.ARCHIVED);
        if (all) return CaseState.ISSUED;
        if (some) return CaseState.PARTLY;
        return children.contains(CaseState.REFUSED) ? CaseState.REFUSED : children.getFirst();
    }
}
