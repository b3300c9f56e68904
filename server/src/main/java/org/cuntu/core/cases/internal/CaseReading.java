package org.cuntu.core.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Matters;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.stereotype.Component;

/** Cases as they stand, put together from their rows. */
@Component
class CaseReading {
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final CaseTexts texts;
    private final CasePersons persons;
    private final Matters matters;

    CaseReading(CaseTable cases, CaseTaskTable tasks, CaseTexts texts, CasePersons persons, Matters matters) {
        this.cases = cases;
        this.tasks = tasks;
        this.texts = texts;
        this.persons = persons;
        this.matters = matters;
    }

    static ProblemAnswer unknown(Object id) {
        return ProblemAnswer.notFound("cases.unknown", "id", id);
    }

    /** One that the caller sees. */
    CaseRow seen(UUID id) {
        return cases.find(id).filter(persons::sees).orElseThrow(() -> unknown(id));
    }

    Matter matter(CaseRow row) {
        return matters.get(row.matter(), row.matterHash());
    }

    Map<String, Object> form(CaseRow row) {
        return CaseForms.values(texts.form(row.id(), row.formVersion()));
    }

    CaseFile file(UUID id) {
        return file(cases.find(id).orElseThrow(() -> unknown(id)));
    }

    CaseFile file(CaseRow row) {
        List<CaseTask> open =
                tasks.listOpen(row.id()).stream().map(CaseTaskTable.Row::task).toList();
        return new CaseFile(
                row.id(),
                row.number(),
                row.matter(),
                row.matterHash(),
                row.name(),
                row.applicant(),
                row.division(),
                row.state(),
                row.parent(),
                texts.form(row.id(), row.formVersion()),
                texts.site(row.id(), row.siteHash()),
                row.review(),
                open,
                row.origin(),
                row.of(),
                row.times().createdBy(),
                row.times().createdAt(),
                row.times().submittedAt(),
                row.times().acceptedAt(),
                row.times().decidedAt(),
                row.times().endedAt(),
                row.times().appliedOn());
    }
}
