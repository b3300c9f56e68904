package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.Opinion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was said and done about a case: opinions, suspensions, the extension, remarks, drifts, its history. */
@Component
class CaseSaidJson {
    private final OpinionTable opinions;
    private final SuspensionTable suspensions;
    private final RemarkTable remarks;
    private final EventTable events;
    private final CaseSettings settings;

    CaseSaidJson(
            OpinionTable opinions,
            SuspensionTable suspensions,
            RemarkTable remarks,
            EventTable events,
            CaseSettings settings) {
        this.opinions = opinions;
        this.suspensions = suspensions;
        this.remarks = remarks;
        this.events = events;
        this.settings = settings;
    }

    void put(Map<String, @Nullable Object> tree, CaseRow row, Matter matter, CaseRowsJson.Names names, Locale locale) {
        tree.put(
                "opinions",
                opinions.list(row.id()).stream()
                        .map(each -> opinion(each, matter, names, locale))
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
        List<RemarkTable.Remark> all = remarks.list(row.id());
        tree.put("urges", remarks(all, RemarkTable.Kind.URGE, names));
        tree.put("explanations", remarks(all, RemarkTable.Kind.EXPLANATION, names));
        tree.put("judgements", remarks(all, RemarkTable.Kind.JUDGEMENT, names));
        tree.put(
                "drifts",
                remarks.listDrifts(row.id()).stream().map(CaseSaidJson::drift).toList());
        tree.put(
                "events",
                events.list(row.id()).stream()
                        .map(each -> event(each, matter, names, locale))
                        .toList());
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
        tree.put("to", CaseJson.text(row.to()));
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

    private static List<Map<String, @Nullable Object>> remarks(
            List<RemarkTable.Remark> all, RemarkTable.Kind kind, CaseRowsJson.Names names) {
        List<Map<String, @Nullable Object>> list = new ArrayList<>();
        for (RemarkTable.Remark remark : all) {
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
