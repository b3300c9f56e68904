package org.cuntu.core.cases.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseTask;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterDecisions;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Matters;
import org.cuntu.core.rules.Rule;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as they stand, put together from their rows. */
@Component
class CaseReading {
    private final CaseTable cases;
    private final CaseTaskTable tasks;
    private final MaterialTable materials;
    private final CaseTexts texts;
    private final CasePersons persons;
    private final MatterDecisions decisions;
    private final Matters matters;

    CaseReading(
            CaseTable cases,
            CaseTaskTable tasks,
            MaterialTable materials,
            CaseTexts texts,
            CasePersons persons,
            MatterDecisions decisions,
            Matters matters) {
        this.cases = cases;
        this.tasks = tasks;
        this.materials = materials;
        this.texts = texts;
        this.persons = persons;
        this.decisions = decisions;
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

    /** What is there of each material: the case's own, and what its pack shares with it. */
    Map<String, MaterialTable.Row> holding(CaseRow row) {
        Map<String, MaterialTable.Row> all = new LinkedHashMap<>();
        if (row.parent() != null) all.putAll(materials.holding(row.parent()));
        all.putAll(materials.holding(row.id()));
        return all;
    }

    /** GIVEN, MISSING, DEFERRED, SHARED or PROMISED by the id of each material that is needed. */
    Map<String, String> materialStates(CaseRow row, Matter matter) {
        Map<String, MaterialTable.Row> there = holding(row);
        Map<String, Object> form = form(row);
        Map<String, String> states = new LinkedHashMap<>();
        for (MaterialNeed need : matter.materials())
            if (isNeeded(matter, need, form)) states.put(need.id(), state(row, need, there.get(need.id())));
        return states;
    }

    private static String state(CaseRow row, MaterialNeed need, MaterialTable.@Nullable Row there) {
        if (there != null) return there.state().name();
        return switch (need.source()) {
            case SHARED -> "SHARED";
            case SITE -> row.siteHash() == null ? "MISSING" : "GIVEN";
            case APPLICANT -> "MISSING";
        };
    }

    private boolean isNeeded(Matter matter, MaterialNeed need, Map<String, Object> form) {
        try {
            return decisions.isNeeded(matter, need, form);
        } catch (Rule.Undecided e) {
            return false; // the number that it asks is missing: that is said of the form
        }
    }

    /** The variables that the process goes on with. */
    Map<String, Boolean> decide(CaseRow row, Matter matter, String step, MatterStep.Conclusion conclusion) {
        List<String> children = cases.listChildren(row.id()).stream()
                .map(child -> child.state().name())
                .toList();
        try {
            return decisions.decide(
                    matter,
                    new MatterDecisions.Facts(
                            step, conclusion, form(row), row.review(), materialStates(row, matter), children));
        } catch (Rule.Undecided e) {
            throw ProblemAnswer.conflict("cases.undecided", "message", String.valueOf(e.getMessage()));
        }
    }
}
