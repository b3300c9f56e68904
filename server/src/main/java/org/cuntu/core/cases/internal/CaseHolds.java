package org.cuntu.core.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Processes;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stops a case: for a while, for good, or not as soon as the limit says. */
@Component
class CaseHolds {
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final SuspensionTable suspensions;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CasePersons persons;
    private final CaseDrafts drafts;
    private final CaseMoves moves;
    private final CaseClocks clocks;
    private final Processes processes;
    private final ObjectProvider<Tasks> work;
    private final CaseSettings settings;
    private final CityClock clock;

    CaseHolds(
            CaseTable cases,
            CaseTaskTable tasks,
            SuspensionTable suspensions,
            CaseReading reading,
            CaseTransaction transaction,
            CasePersons persons,
            CaseDrafts drafts,
            CaseMoves moves,
            CaseClocks clocks,
            Processes processes,
            ObjectProvider<Tasks> work,
            CaseSettings settings,
            CityClock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.suspensions = suspensions;
        this.reading = reading;
        this.transaction = transaction;
        this.persons = persons;
        this.drafts = drafts;
        this.moves = moves;
        this.clocks = clocks;
        this.processes = processes;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    void permitted(String permission, CaseRow row) {
        if (!persons.may(permission, row.division()))
            throw new ProblemAnswer(
                    403, Problem.refused("cases.step-permission", Problem.Place.UNKNOWN, "permission", permission));
    }

    CaseFile suspend(UUID id, String reason, String words) {
        return transaction.on(id, row -> {
            permitted("cases:case:suspend", row);
            begin(row, reading.matter(row), reason, CaseChecks.words(words, true));
        });
    }

    /** 补正 after acceptance: it waits for the applicant. */
    void askCorrection(CaseRow row, Matter matter, String words) {
        begin(row, matter, CaseActs.CORRECTION, words);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("correcting", true);
        columns.put("corrections", row.flags().corrections() + 1);
        cases.set(row.id(), columns);
    }

    private void begin(CaseRow row, Matter matter, String reason, String words) {
        if (row.state() != CaseState.IN_REVIEW) throw CaseDrafts.wrong(row);
        CaseSettings.Suspension of =
                settings.findSuspension(reason, clock.today()).orElse(null);
        if (of == null || !matter.suspensions().contains(reason))
            throw CaseChecks.refused(
                    "cases.suspension", "reason", reason, "possible", String.join(", ", matter.suspensions()));
        boolean lasts = suspensions.list(row.id()).stream()
                .anyMatch(each -> each.to() == null && each.reason().equals(reason));
        if (lasts)
            throw ProblemAnswer.conflict(
                    "cases.suspended-already", "reason", of.title().zh());
        suspensions.begin(new SuspensionTable.Row(
                UUID.randomUUID(),
                row.id(),
                reason,
                words,
                !of.countsForStatutory(),
                !of.countsForPromised(),
                clock.today(),
                null,
                persons.id(),
                clock.now(),
                null,
                null));
        clocks.store(row.id());
        moves.note(
                row,
                row.state(),
                CaseMoves.Done.of("SUSPENDED", "suspend").at(reason).saying(words));
    }

    CaseFile resume(UUID id, String reason) {
        return transaction.on(id, row -> {
            permitted("cases:case:suspend", row);
            if (suspensions.end(id, reason, clock.today(), persons.id(), clock.now()) == 0)
                throw ProblemAnswer.conflict("cases.not-suspended", "reason", reason);
            if (reason.equals(CaseActs.CORRECTION)) cases.set(id, Map.of("correcting", false));
            clocks.store(id);
            moves.note(row, row.state(), CaseMoves.Done.of("RESUMED", "resume").at(reason));
        });
    }

    CaseFile extend(UUID id, int days, String reason) {
        return transaction.on(id, row -> {
            permitted("cases:case:extend", row);
            Matter matter = reading.matter(row);
            if (row.state() != CaseState.IN_REVIEW) throw CaseDrafts.wrong(row);
            if (suspensions.findExtension(id).isPresent())
                throw ProblemAnswer.conflict("cases.extended-already", "number", row.called());
            int most = matter.limits().extension();
            if (days < 1 || days > most) throw CaseChecks.refused("cases.extension", "days", days, "most", most);
            String why = CaseChecks.words(reason, true);
            suspensions.extend(id, new SuspensionTable.Extension(days, why, persons.id(), clock.now()));
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("statutory_limit", row.clocks().statutoryLimit() + days);
            columns.put("promised_limit", row.clocks().promisedLimit() + days);
            cases.set(id, columns);
            clocks.store(id);
            moves.note(row, row.state(), CaseMoves.Done.of("EXTENDED", "extend").saying(why));
        });
    }

    CaseFile withdraw(UUID id, String reason) {
        return transaction.on(id, row -> {
            drafts.applicantOrCounter(row);
            if (!CasePossible.isBeforeDecision(row.state())) throw CaseDrafts.wrong(row);
            end(row, CaseState.WITHDRAWN, "WITHDRAWN", "withdraw", CaseChecks.words(reason, true));
            tellPack(row);
        });
    }

    CaseFile terminate(UUID id, String reason) {
        return transaction.on(id, row -> {
            permitted("cases:case:terminate", row);
            boolean open = CasePossible.isBeforeDecision(row.state()) || row.state() == CaseState.APPROVED;
            if (!open) throw CaseDrafts.wrong(row);
            end(row, CaseState.TERMINATED, "TERMINATED", "terminate", CaseChecks.words(reason, true));
            tellPack(row);
        });
    }

    /** A pack ends when its cases have. */
    private void tellPack(CaseRow row) {
        if (row.parent() != null)
            work.getObject()
                    .submit(CasePackTask.KIND, Map.of("case", row.parent().toString(), "do", CasePackTask.CHILDREN));
    }

    private void end(CaseRow row, CaseState state, String what, String verb, String words) {
        for (CaseRow child : cases.listChildren(row.id())) {
            CaseRow held = cases.lock(child.id()).orElseThrow();
            boolean open = CasePossible.isBeforeDecision(held.state()) || held.state() == CaseState.DRAFT;
            if (open) end(held, state, what, verb, words);
        }
        boolean began = row.state() != CaseState.DRAFT;
        suspensions.end(row.id(), null, clock.today(), persons.id(), clock.now());
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", state);
        columns.put("ended_at", clock.now());
        columns.put("correcting", false);
        columns.put("suspended", false);
        columns.put("tell_due", null);
        cases.set(row.id(), columns);
        moves.note(row, state, CaseMoves.Done.of(what, verb).saying(words));
        if (began) processes.cancel(row.id(), verb);
        List<CaseTaskTable.Row> left = tasks.listOpen(row.id());
        for (CaseTaskTable.Row task : left) tasks.end(task.task().id(), clock.now(), null, null);
    }
}
