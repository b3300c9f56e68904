package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cuntu.core.cases.Applicant;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseMaterial;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterResult;
import org.cuntu.core.cases.ResultIssuer;
import org.cuntu.core.cases.SharedMaterials;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What keeps an application from being handed in: every field and material, said together. */
@Component
class CaseChecks {
    private static final int LONGEST = 200;

    private final CaseForms forms;
    private final CaseMaterials materials;
    private final CaseTexts texts;
    private final ObjectProvider<ResultIssuer> issuers;

    CaseChecks(CaseForms forms, CaseMaterials materials, CaseTexts texts, ObjectProvider<ResultIssuer> issuers) {
        this.forms = forms;
        this.materials = materials;
        this.texts = texts;
        this.issuers = issuers;
    }

    static InputRefused refused(String code, Object... args) {
        return new InputRefused(Problem.refused(code, Problem.Place.UNKNOWN, args));
    }

    void applicant(Applicant applicant, Matter matter) {
        if (!matter.applicants().contains(applicant.kind()))
            throw refused(
                    "cases.applicant-kind",
                    "kind",
                    applicant.kind(),
                    "matter",
                    matter.title().zh(),
                    "taken",
                    String.join(", ", matter.applicants()));
        if (applicant.name().isBlank()
                || applicant.name().length() > LONGEST
                || applicant.idNumber().length() > 40
                || applicant.phone().length() > 40) throw refused("cases.applicant");
    }

    /** All that is wrong or missing. */
    List<Problem> problems(CaseRow row, Matter matter) {
        List<Problem> problems = new ArrayList<>();
        if (row.name().isBlank())
            problems.add(Problem.refused("cases.name", Problem.Place.file("name"), "most", LONGEST));
        problems.addAll(forms.check(matter, texts.form(row.id(), row.formVersion())));
        if (matter.review() != null && row.siteHash() == null)
            problems.add(Problem.refused("cases.site-missing", Problem.Place.file("site")));
        Map<String, CaseMaterial> there = materials.list(row, matter);
        for (MaterialNeed need : matter.materials()) {
            CaseMaterial material = there.get(need.id());
            if (need.source() == MaterialNeed.Source.SITE || material == null) continue;
            SharedMaterials.Shared found = material.found();
            if (found != null && !found.isInForce()) problems.add(CaseMaterials.lapsed(need, found));
            else if (material.state() == CaseMaterial.State.MISSING) problems.add(missing(need));
        }
        return problems;
    }

    private static Problem missing(MaterialNeed need) {
        String code = need.deferDays() > 0 && !need.main() ? "cases.material-promise" : "cases.material-missing";
        return new Problem(
                code,
                Problem.Severity.REFUSED,
                Map.of(
                        "material", need.id(),
                        "title", need.title().zh(),
                        "titleEn", need.title().en()),
                Problem.Place.file(need.id()));
    }

    /** What the result says, beside what is wrong already: all of it at once. */
    void addResult(CaseFile file, Matter matter, List<Problem> problems) {
        try {
            result(file, matter);
        } catch (InputRefused e) {
            problems.addAll(e.problems());
        }
    }

    /** Whether the result could be made: asked at the submission and before the decision. */
    void result(CaseFile file, Matter matter) {
        MatterResult result = matter.result();
        if (result == null) return;
        issuers.stream().filter(each -> each.kind().equals(result.kind())).forEach(each -> each.check(file, matter));
    }

    static String words(String words, boolean needed) {
        String said = words.strip();
        if (said.length() > 2000 || needed && said.isEmpty()) throw refused("cases.words", "most", 2000);
        return said;
    }

    static String name(String name) {
        String said = name.strip();
        if (said.length() > LONGEST) throw refused("cases.name", "most", LONGEST);
        return said;
    }
}
