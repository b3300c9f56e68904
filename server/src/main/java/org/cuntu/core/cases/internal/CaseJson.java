package org.cuntu.core.cases.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.cases.Correction;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterReview;
import org.cuntu.core.cases.MatterStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A case whole. What may be done now is in {@code may}, with the reason where agreeing is closed. */
@Component
class CaseJson {
    private final CaseReading reading;
    private final CaseTable cases;
    private final CaseTexts texts;
    private final CaseTaskTable tasks;
    private final CaseMaterialJson materials;
    private final EventTable events;
    private final RemarkTable remarks;
    private final CaseRefusals refusals;
    private final CaseCorrections corrections;
    private final CaseRowsJson rows;
    private final CaseSaidJson said;
    private final CaseMayJson may;
    private final CaseClocks clocks;

    CaseJson(
            CaseReading reading,
            CaseTable cases,
            CaseTexts texts,
            CaseTaskTable tasks,
            CaseMaterialJson materials,
            EventTable events,
            RemarkTable remarks,
            CaseRefusals refusals,
            CaseCorrections corrections,
            CaseRowsJson rows,
            CaseSaidJson said,
            CaseMayJson may,
            CaseClocks clocks) {
        this.reading = reading;
        this.cases = cases;
        this.texts = texts;
        this.tasks = tasks;
        this.materials = materials;
        this.events = events;
        this.remarks = remarks;
        this.refusals = refusals;
        this.corrections = corrections;
        this.rows = rows;
        this.said = said;
        this.may = may;
        this.clocks = clocks;
    }

    /** @param full whether who applies is shown in clear */
    Map<String, @Nullable Object> whole(CaseRow row, boolean full, Locale locale) {
        CaseRowsJson.Names names = rows.names(List.of(row.id()));
        Matter matter = reading.matter(row);
        CaseTaskTable.Row mine = may.chosen(row, matter);
        Map<String, @Nullable Object> tree = rows.row(row, mine, null, names, locale);
        if (full) tree.put("applicantFull", full(row));
        tree.put("form", JsonMapper.shared().readTree(texts.form(row.id(), row.formVersion())));
        tree.put("formVersion", row.formVersion());
        tree.put("schema", JsonMapper.shared().readTree(matter.form()));
        String site = texts.site(row.id(), row.siteHash());
        tree.put("site", site == null ? null : JsonMapper.shared().readTree(site));
        tree.put("siteHash", row.siteHash());
        tree.put("box", row.box());
        tree.put("origin", row.origin().name());
        tree.put("of", row.of());
        tree.put("createdBy", names.of(row.times().createdBy()));
        times(tree, row);
        tree.put("corrections", row.flags().corrections());
        MatterReview review = matter.review();
        tree.put("sites", review == null ? 1 : review.sites());
        tree.put("visit", matter.steps().stream().anyMatch(step -> step.kind() == MatterStep.Kind.VISIT));
        tree.put("correction", corrections.find(row).map(CaseJson::correction).orElse(null));
        tree.put("materials", materials.list(row, matter, names, locale));
        said.put(tree, row, matter, names, locale);
        tree.put(
                "tasks",
                tasks.list(row.id()).stream()
                        .map(each -> task(row, each, matter, names, locale))
                        .toList());
        tree.put(
                "reviews",
                remarks.listReviews(row.id()).stream().map(CaseRowsJson::review).toList());
        tree.put(
                "children",
                cases.listChildren(row.id()).stream()
                        .map(each -> child(each, locale))
                        .toList());
        tree.put("result", result(row, matter));
        tree.put(
                "refusal",
                refusals.find(row.id())
                        .map(each -> JsonMapper.shared().readTree(each))
                        .orElse(null));
        tree.put("may", may.may(row, matter, mine, locale));
        tree.put("sameGround", may.sameGround(row, locale));
        tree.put("receipt", events.lastLeaf(row.id()).orElse(null));
        return tree;
    }

    private static Map<String, Object> correction(Correction correction) {
        return Map.of("fields", correction.fields(), "materials", correction.materials());
    }

    private static void times(Map<String, @Nullable Object> tree, CaseRow row) {
        CaseRow.Times times = row.times();
        tree.put("createdAt", times.createdAt().toString());
        tree.put("submittedAt", text(times.submittedAt()));
        tree.put("acceptedAt", text(times.acceptedAt()));
        tree.put("decidedAt", text(times.decidedAt()));
        tree.put("endedAt", text(times.endedAt()));
        tree.put("tellBy", text(times.tellDue()));
    }

    static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    static Map<String, @Nullable Object> full(CaseRow row) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", row.applicant().kind());
        tree.put("name", row.applicant().name());
        tree.put("idNumber", row.applicant().idNumber());
        tree.put("phone", row.applicant().phone());
        return tree;
    }

    private Map<String, @Nullable Object> task(
            CaseRow row, CaseTaskTable.Row task, Matter matter, CaseRowsJson.Names names, Locale locale) {
        MatterStep step = matter.step(task.task().step());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", task.task().id());
        tree.put("step", step.id());
        tree.put("stepTitle", step.title().in(locale));
        tree.put("kind", step.kind().name());
        tree.put("unit", task.task().unit());
        tree.put("unitName", rows.unitName(task.task().unit(), locale));
        tree.put("holder", task.task().holder());
        tree.put("holderName", names.of(task.task().holder()));
        tree.put("arrivedAt", task.task().arrivedAt().toString());
        tree.put("due", text(task.task().due()));
        tree.put("doneAt", text(task.task().doneAt()));
        tree.put("by", names.of(task.by()));
        tree.put(
                "conclusion",
                task.task().conclusion() == null
                        ? null
                        : task.task().conclusion().name());
        tree.put("clock", CaseRowsJson.clock(clocks.read(row, task)));
        return tree;
    }

    private Map<String, @Nullable Object> child(CaseRow child, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", child.id());
        tree.put("number", child.number());
        tree.put("name", child.name());
        tree.put("matter", child.matter());
        tree.put("matterTitle", reading.matter(child).title().in(locale));
        tree.put("state", child.state().name());
        tree.put("stateText", CaseWords.state(child, locale));
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> result(CaseRow row, Matter matter) {
        if (row.result() == null) return null;
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", row.result());
        tree.put("kind", matter.result() == null ? null : matter.result().kind());
        tree.put("state", row.state().name());
        tree.put("paper", row.flags().paper());
        return tree;
    }
}
