package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.CaseState;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Processes;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.identity.Reach;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Handing in: for the first time, or after 补正. */
@Component
class CaseEntries {
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final SuspensionTable suspensions;
    private final CaseReading reading;
    private final CaseMaterials materials;
    private final ReliedTable relied;
    private final CaseTransaction transaction;
    private final CaseChecks checks;
    private final CaseDrafts drafts;
    private final CaseMoves moves;
    private final CaseClocks clocks;
    private final CaseNoun noun;
    private final CasePersons persons;
    private final Processes processes;
    private final CaseSettings settings;
    private final ObjectProvider<Tasks> work;
    private final CityFolder city;
    private final CityClock clock;

    CaseEntries(
            CaseTable cases,
            CaseTaskTable tasks,
            SuspensionTable suspensions,
            CaseReading reading,
            CaseMaterials materials,
            ReliedTable relied,
            CaseTransaction transaction,
            CaseChecks checks,
            CaseDrafts drafts,
            CaseMoves moves,
            CaseClocks clocks,
            CaseNoun noun,
            CasePersons persons,
            Processes processes,
            CaseSettings settings,
            ObjectProvider<Tasks> work,
            CityFolder city,
            CityClock clock) {
        this.cases = cases;
        this.tasks = tasks;
        this.suspensions = suspensions;
        this.reading = reading;
        this.materials = materials;
        this.relied = relied;
        this.transaction = transaction;
        this.checks = checks;
        this.drafts = drafts;
        this.moves = moves;
        this.clocks = clocks;
        this.noun = noun;
        this.persons = persons;
        this.processes = processes;
        this.settings = settings;
        this.work = work;
        this.city = city;
        this.clock = clock;
    }

    CaseFile submit(UUID id) {
        return transaction.on(id, row -> {
            if (row.state() != CaseState.DRAFT) throw CaseDrafts.wrong(row);
            drafts.applicantOrCounter(row);
            if (row.parent() != null) throw CaseChecks.refused("cases.submit-pack");
            Matter matter = reading.matter(row);
            List<Problem> problems = new ArrayList<>(checks.problems(row, matter));
            cases.listChildren(id).forEach(child -> drafts.inherit(row, child));
            List<CaseRow> children = cases.listChildren(id);
            if (matter.parent() && children.isEmpty())
                problems.add(Problem.refused("cases.pack-empty", Problem.Place.UNKNOWN));
            for (CaseRow child : children) problems.addAll(checks.problems(child, reading.matter(child)));
            checks.addResult(reading.file(row), matter, problems);
            if (!problems.isEmpty()) throw new InputRefused(problems);
            enter(row, matter);
        });
    }

    /** Gives the number and begins the process; what is wrong was said before. */
    void enter(CaseRow row, Matter matter) {
        checks.result(reading.file(row), matter);
        Instant now = clock.now();
        String number = number(matter, clock.today().getYear());
        Map<String, @Nullable Object> columns = entered(row, matter, now);
        columns.put("number", number);
        columns.put("submitted_at", now);
        columns.put("applied_on", clock.today());
        cases.set(row.id(), columns);
        relies(row, matter);
        noun.add(row.id(), number, row.name());
        Map<String, String> personal = new LinkedHashMap<>();
        personal.put("applicant", row.applicant().name());
        personal.put("identity", row.applicant().idNumber());
        personal.put("phone", row.applicant().phone());
        moves.note(
                row,
                number,
                CaseState.SUBMITTED,
                CaseMoves.Done.of("SUBMITTED", "submit").naming(row.siteHash()).about(personal));
        Map<String, Boolean> none = new HashMap<>();
        matter.decisions().keySet().forEach(name -> none.put(name, false));
        processes.deploy(matter);
        processes.start(row.id(), matter, none);
    }

    /** What the platform knew of it: kept with the case, so that who stands on a certificate is told when it ends. */
    private void relies(CaseRow row, Matter matter) {
        materials.list(row, matter).values().forEach(each -> {
            if (each.found() != null) relied.add(row.id(), each.id(), each.found(), clock.now());
        });
    }

    /** SUBMITTED, with the days within which the applicant is told. */
    private Map<String, @Nullable Object> entered(CaseRow row, Matter matter, Instant now) {
        LocalDate opened = clocks.opening(now);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", CaseState.SUBMITTED);
        columns.put("tell_on", opened);
        columns.put("tell_due", clocks.plain(opened, matter.limits().tell()).due());
        String division = row.division();
        if (division.equals(Reach.significant(city.code())) && row.parent() != null)
            cases.find(row.parent()).ifPresent(pack -> columns.put("division", pack.division()));
        return columns;
    }

    /** 柳自规〔2026〕乡字 0001. */
    private String number(Matter matter, int year) {
        int serial = cases.nextNumber(matter.shortName(), year);
        return String.format(Locale.ROOT, "%s〔%d〕%s %04d", settings.numberPrefix(), year, matter.shortName(), serial);
    }

    CaseFile corrected(UUID id) {
        return transaction.on(id, row -> {
            drafts.inHand(row);
            if (row.state() == CaseState.DRAFT) throw CaseDrafts.wrong(row);
            Matter matter = reading.matter(row);
            List<Problem> problems = checks.problems(row, matter);
            checks.addResult(reading.file(row), matter, problems);
            if (!problems.isEmpty()) throw new InputRefused(problems);
            relies(row, matter);
            if (row.state() == CaseState.CORRECTING) again(row, matter);
            else resumed(row, matter);
        });
    }

    private void again(CaseRow row, Matter matter) {
        Instant now = clock.now();
        cases.set(row.id(), entered(row, matter, now));
        moves.note(
                row,
                CaseState.SUBMITTED,
                CaseMoves.Done.of("CORRECTED", "correct").naming(row.siteHash()));
        CaseRow corrected = cases.find(row.id()).orElseThrow();
        for (CaseTaskTable.Row task : tasks.listOpen(row.id())) {
            if (task.kind() != MatterStep.Kind.CORRECT) continue;
            tasks.end(task.task().id(), now, persons.id(), MatterStep.Conclusion.DONE);
            Map<String, Boolean> decided =
                    materials.decide(corrected, matter, task.task().step(), MatterStep.Conclusion.DONE);
            processes.complete(row.id(), task.task().id(), decided);
        }
    }

    private void resumed(CaseRow row, Matter matter) {
        suspensions.end(row.id(), CaseActs.CORRECTION, clock.today(), persons.id(), clock.now());
        cases.set(row.id(), Map.of("correcting", false));
        clocks.store(row.id());
        moves.note(row, row.state(), CaseMoves.Done.of("CORRECTED", "correct").naming(row.siteHash()));
        boolean moved = matter.review() != null
                && row.reviewSite() != null
                && !row.reviewSite().equals(row.siteHash());
        if (moved)
            work.getObject()
                    .submit(
                            CaseReviewTask.KIND,
                            Map.of("case", row.id().toString(), "site", String.valueOf(row.siteHash())));
    }
}
