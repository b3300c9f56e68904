package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseClock;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Cases;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.MatterStep.Conclusion;
import org.cuntu.core.cases.MatterStep.Kind;
import org.cuntu.core.cases.Opinion;
import org.cuntu.core.cases.Processes;
import org.cuntu.platform.audit.CurrentActor;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A step's act: the opinion, what it does to the case, and the process goes on; all of it or nothing. */
@Component
class CaseActs {
    /** The suspension by which a case is corrected after acceptance. */
    static final String CORRECTION = "correction";

    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final MaterialTable materials;
    private final CaseOpinions opinions;
    private final CaseReading reading;
    private final CaseTransaction transaction;
    private final CasePossible possible;
    private final CasePersons persons;
    private final CaseChecks checks;
    private final CaseGiving giving;
    private final CaseCorrections corrections;
    private final CaseMaterials stands;
    private final CaseClocks clocks;
    private final CaseHolds holds;
    private final CaseRefusals refusals;
    private final Processes processes;
    private final CityClock clock;

    CaseActs(
            CaseTable cases,
            CaseTaskTable tasks,
            MaterialTable materials,
            CaseOpinions opinions,
            CaseReading reading,
            CaseTransaction transaction,
            CasePossible possible,
            CasePersons persons,
            CaseChecks checks,
            CaseGiving giving,
            CaseCorrections corrections,
            CaseMaterials stands,
            CaseClocks clocks,
            CaseHolds holds,
            CaseRefusals refusals,
            Processes processes,
            CityClock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.materials = materials;
        this.opinions = opinions;
        this.reading = reading;
        this.transaction = transaction;
        this.possible = possible;
        this.persons = persons;
        this.checks = checks;
        this.giving = giving;
        this.corrections = corrections;
        this.stands = stands;
        this.clocks = clocks;
        this.holds = holds;
        this.refusals = refusals;
        this.processes = processes;
        this.clock = clock;
    }

    CaseFile act(UUID id, Cases.Act act) {
        return transaction.on(id, row -> {
            Matter matter = reading.matter(row);
            CaseTaskTable.Row task = possible.open(row, act.task());
            MatterStep step = matter.step(task.task().step());
            possible.take(row, matter, step, task);
            if (!step.conclusions().contains(act.conclusion()))
                throw CaseChecks.refused(
                        "cases.conclusion", "step", step.title().zh(), "conclusion", act.conclusion());
            possible.closed(row, matter, step, act.conclusion()).ifPresent(why -> {
                throw new ProblemAnswer(409, why);
            });
            boolean silent = act.conclusion() == Conclusion.DONE || act.conclusion() == Conclusion.ACCEPT;
            String words = CaseChecks.words(act.words(), !silent);
            check(row, matter, act.checked());
            if (act.conclusion() == Conclusion.CORRECT) corrections.ask(row, matter, act);
            String back = act.conclusion() == Conclusion.RETURN ? possible.back(row, matter, step, act.back()) : null;
            opinions.give(row, next(row, step, act.conclusion()), task, step, act.conclusion(), words, back);
            go(row, matter, task, step, act.conclusion(), words, back);
        });
    }

    /** 受理 by law: nobody told the applicant in time (行政许可法 art. 32). */
    void acceptUntold(CaseRow row) {
        Matter matter = reading.matter(row);
        for (CaseTaskTable.Row task : tasks.listOpen(row.id())) {
            if (task.kind() != Kind.ACCEPT) continue;
            MatterStep step = matter.step(task.task().step());
            String words = "逾期未告知，自收到申请材料之日起即为受理（行政许可法第三十二条）。";
            opinions.give(row, CaseState.IN_REVIEW, task, step, Conclusion.ACCEPT, words, null);
            go(row, matter, task, step, Conclusion.ACCEPT, words, null);
        }
    }

    /** What the window of a pack said of it holds for each of its cases (一窗受理). */
    void acceptAs(CaseRow row, Opinion of) {
        Matter matter = reading.matter(row);
        for (CaseTaskTable.Row task : tasks.listOpen(row.id())) {
            if (task.kind() != Kind.ACCEPT) continue;
            MatterStep step = matter.step(task.task().step());
            opinions.give(row, CaseState.IN_REVIEW, task, step, Conclusion.ACCEPT, of.words(), null);
            go(row, matter, task, step, Conclusion.ACCEPT, of.words(), null);
        }
    }

    private void check(CaseRow row, Matter matter, List<String> checked) {
        if (checked.isEmpty()) return;
        Map<String, MaterialTable.Row> there = materials.holding(row.id());
        for (String each : checked) {
            if (matter.materials().stream().map(MaterialNeed::id).noneMatch(each::equals))
                throw ProblemAnswer.notFound("cases.unknown-material", "material", each);
            MaterialTable.Row material = there.get(each);
            if (material != null && material.checkedAt() == null)
                materials.check(row.id(), material, persons.id(), clock.now());
        }
    }

    private static CaseState next(CaseRow row, MatterStep step, Conclusion conclusion) {
        return switch (step.kind()) {
            case ACCEPT ->
                switch (conclusion) {
                    case ACCEPT -> CaseState.IN_REVIEW;
                    case NOT_ACCEPT -> CaseState.NOT_ACCEPTED;
                    case CORRECT -> CaseState.CORRECTING;
                    case AGREE, REFUSE, RETURN, DONE -> row.state();
                };
            case DECIDE ->
                switch (conclusion) {
                    case AGREE -> CaseState.APPROVED;
                    case REFUSE -> CaseState.REFUSED;
                    case RETURN, CORRECT, ACCEPT, NOT_ACCEPT, DONE -> row.state();
                };
            case ISSUE -> conclusion == Conclusion.DONE ? CaseState.ISSUED : row.state();
            case EXAMINE, JOIN, CHECK, VISIT, CORRECT -> row.state();
        };
    }

    private void go(
            CaseRow row,
            Matter matter,
            CaseTaskTable.Row task,
            MatterStep step,
            Conclusion conclusion,
            String words,
            @Nullable String back) {
        Instant now = clock.now();
        if (conclusion == Conclusion.CORRECT && step.kind() != Kind.ACCEPT) {
            holds.askCorrection(row, matter, words);
            return; // the step stays: it waits for the applicant
        }
        change(row, matter, step, conclusion, now);
        tasks.end(task.task().id(), now, persons.id(), conclusion);
        CaseRow changed = cases.find(row.id()).orElseThrow();
        if (back != null) processes.moveTo(row.id(), back);
        else processes.complete(row.id(), task.task().id(), stands.decide(changed, matter, step.id(), conclusion));
    }

    private void change(CaseRow row, Matter matter, MatterStep step, Conclusion conclusion, Instant now) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        CaseState next = next(row, step, conclusion);
        columns.put("state", next);
        columns.put("urged", false);
        if (step.kind() == Kind.ACCEPT) {
            columns.put("tell_due", null);
            if (conclusion == Conclusion.CORRECT)
                columns.put("corrections", row.flags().corrections() + 1);
        }
        boolean accepts = next == CaseState.IN_REVIEW && row.times().acceptedAt() == null;
        if (accepts) {
            boolean untold = persons.id().equals(CurrentActor.LOCAL)
                    && row.times().tellDue() != null
                    && clock.today().isAfter(row.times().tellDue());
            LocalDate opened = untold ? row.times().tellOn() : clocks.opening(now);
            columns.put("accepted_at", untold ? row.times().submittedAt() : now);
            columns.put("opened_on", opened);
            giving.promises(row, matter, opened, true);
        }
        if (step.kind() == Kind.DECIDE && conclusion != Conclusion.RETURN) {
            if (conclusion == Conclusion.AGREE) checks.result(reading.file(row), matter);
            columns.put("decided_at", now);
            columns.put("decision", conclusion);
            clocks.read(row, List.of()).stream()
                    .filter(each -> each.kind() == CaseClock.Kind.PROMISED)
                    .forEach(each -> {
                        columns.put("decided_used", each.used());
                        columns.put("decided_early", each.used() <= each.limit());
                    });
            if (conclusion == Conclusion.AGREE) giving.promises(row, matter, clock.today(), false);
            else refusals.keep(row, matter);
        }
        cases.set(row.id(), columns);
        if (accepts) clocks.store(row.id());
        giving.deferred(row.id());
    }
}
