package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.Opinion;
import org.cuntu.platform.home.CityClock;
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
    private final MaterialTable materials;
    private final OpinionTable opinions;
    private final SuspensionTable suspensions;
    private final EventTable events;
    private final RemarkTable remarks;
    private final CaseRefusals refusals;
    private final CaseRowsJson rows;
    private final CaseMayJson may;
    private final CaseClocks clocks;
    private final CaseSettings settings;
    private final CityClock clock;

    CaseJson(
            CaseReading reading,
            CaseTable cases,
            CaseTexts texts,
            CaseTaskTable tasks,
            MaterialTable materials,
            OpinionTable opinions,
            SuspensionTable suspensions,
            EventTable events,
            RemarkTable remarks,
            CaseRefusals refusals,
            CaseRowsJson rows,
            CaseMayJson may,
            CaseClocks clocks,
            CaseSettings settings,
            CityClock clock) {
        this.reading = reading;
        this.cases = cases;
        this.texts = texts;
        this.tasks = tasks;
        this.materials = materials;
        this.opinions = opinions;
        this.suspensions = suspensions;
        this.events = events;
        this.remarks = remarks;
        this.refusals = refusals;
        this.rows = rows;
        this.may = may;
        this.clocks = clocks;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param full whether who applies is shown in clear */
    Map<String, @Nullable Object> whole(CaseRow row, boolean full, Locale locale) {
        CaseRowsJson.Names names = rows.names();
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
        tree.put("materials", materials(row, matter, names, locale));
        List<Opinion> given = opinions.list(row.id());
        tree.put(
                "opinions",
                given.stream().map(each -> opinion(each, matter, names, locale)).toList());
        tree.put(
                "tasks",
                tasks.list(row.id()).stream()
                        .map(each -> task(row, each, matter, names, locale))
                        .toList());
        tree.put(
                "suspensions",
                suspensions.list(row.id()).stream()
                        .map(each -> suspension(each, names, locale))
                        .toList());
        tree.put(
                "extension",
                suspensions
                        .findExtension(row.id())
                        .map(each -> extension(each, names))
                        .orElse(null));
        tree.put("urges", remarks(row, RemarkTable.Kind.URGE, names));
        tree.put("explanations", remarks(row, RemarkTable.Kind.EXPLANATION, names));
        tree.put("judgements", remarks(row, RemarkTable.Kind.JUDGEMENT, names));
        tree.put(
                "reviews",
                remarks.listReviews(row.id()).stream().map(CaseRowsJson::review).toList());
        tree.put(
                "drifts",
                remarks.listDrifts(row.id()).stream().map(CaseJson::drift).toList());
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
        tree.put(
                "events",
                events.list(row.id()).stream()
                        .map(each -> event(each, matter, names, locale))
                        .toList());
        tree.put("receipt", events.lastLeaf(row.id()).orElse(null));
        return tree;
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

    private static @Nullable String text(@Nullable Object time) {
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

    private List<Map<String, @Nullable Object>> materials(
            CaseRow row, Matter matter, CaseRowsJson.Names names, Locale locale) {
        Map<String, MaterialTable.Row> there = reading.holding(row);
        Map<String, String> states = reading.materialStates(row, matter);
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (MaterialNeed need : matter.materials()) {
            String state = states.get(need.id());
            if (state == null) continue;
            MaterialTable.Row given = there.get(need.id());
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("id", need.id());
            tree.put("title", need.title().in(locale));
            tree.put("main", need.main());
            tree.put("source", need.source().name());
            tree.put("forms", need.forms());
            tree.put("deferDays", need.deferDays());
            tree.put("promise", need.promise() == null ? null : need.promise().in(locale));
            tree.put("state", state);
            tree.put("file", given == null ? null : given.sha256());
            tree.put("fileName", given == null ? null : given.fileName());
            tree.put("size", given == null ? null : given.size());
            tree.put("due", given == null ? null : text(given.due()));
            tree.put(
                    "overdue",
                    given != null && given.due() != null && clock.today().isAfter(given.due()));
            tree.put("checked", given != null && given.checkedAt() != null);
            tree.put("checkedBy", given == null ? null : names.of(given.checkedBy()));
            tree.put("at", given == null ? null : given.at().toString());
            tree.put("by", given == null ? null : names.of(given.by()));
            tree.put("shared", given != null && !materials.holding(row.id()).containsKey(need.id()));
            list.add(tree);
        }
        return list;
    }

    static Map<String, @Nullable Object> opinion(
            Opinion opinion, Matter matter, CaseRowsJson.Names names, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", opinion.id());
        tree.put("step", opinion.step());
        tree.put("stepTitle", matter.step(opinion.step()).title().in(locale));
        tree.put("conclusion", opinion.conclusion().name());
        tree.put("words", opinion.words());
        tree.put("by", opinion.by());
        tree.put("byName", names.of(opinion.by()));
        tree.put("lentBy", opinion.lentBy().stream().map(names::of).toList());
        tree.put("corrects", opinion.corrects());
        tree.put("back", opinion.back());
        tree.put("at", opinion.at().toString());
        tree.put("leaf", opinion.leaf());
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

    private Map<String, @Nullable Object> suspension(SuspensionTable.Row row, CaseRowsJson.Names names, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        CaseSettings.Suspension of =
                settings.findSuspension(row.reason(), row.from()).orElse(null);
        tree.put("reason", row.reason());
        tree.put("title", of == null ? row.reason() : of.title().in(locale));
        tree.put("basis", of == null ? null : of.basis().doc() + of.basis().clause());
        tree.put("maxDays", of == null ? 0 : of.maxDays());
        tree.put("statutory", row.statutory());
        tree.put("promised", row.promised());
        tree.put("from", row.from().toString());
        tree.put("to", text(row.to()));
        tree.put("words", row.words());
        tree.put("by", names.of(row.begunBy()));
        tree.put("endedBy", names.of(row.endedBy()));
        return tree;
    }

    private static Map<String, @Nullable Object> extension(
            SuspensionTable.Extension extension, CaseRowsJson.Names names) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("days", extension.days());
        tree.put("reason", extension.reason());
        tree.put("by", names.of(extension.by()));
        tree.put("at", extension.at().toString());
        return tree;
    }

    private List<Map<String, @Nullable Object>> remarks(CaseRow row, RemarkTable.Kind kind, CaseRowsJson.Names names) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (RemarkTable.Remark remark : remarks.list(row.id())) {
            if (remark.kind() != kind) continue;
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            tree.put("words", remark.words());
            if (kind == RemarkTable.Kind.JUDGEMENT) tree.put("responsible", remark.responsible());
            tree.put("by", remark.by());
            tree.put("byName", names.of(remark.by()));
            tree.put("at", remark.at().toString());
            list.add(tree);
        }
        return list;
    }

    private static Map<String, @Nullable Object> drift(RemarkTable.Drift drift) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("at", drift.at().toString());
        tree.put("cause", drift.cause());
        tree.put("before", drift.before());
        tree.put("after", drift.after());
        tree.put("changes", JsonMapper.shared().readTree(drift.changes()));
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

    private static Map<String, @Nullable Object> event(
            EventTable.Row event, Matter matter, CaseRowsJson.Names names, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("what", event.what());
        tree.put("step", event.step());
        tree.put(
                "stepTitle",
                matter.steps().stream()
                        .filter(step -> step.id().equals(event.step()))
                        .map(step -> step.title().in(locale))
                        .findFirst()
                        .orElse(null));
        tree.put("by", names.of(event.by()));
        tree.put("words", event.words());
        tree.put("at", event.at().toString());
        tree.put("leaf", event.leaf());
        return tree;
    }
}
