package org.cuntu.core.conformity.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.conformity.Batch;
import org.cuntu.core.conformity.BatchRow;
import org.cuntu.core.conformity.Batches;
import org.cuntu.core.conformity.report.ReviewPapers;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Rule;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.tasks.TaskView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/** Batches and their rows as the page gets them. Areas are decimal strings in m² with two places. */
@Component
class BatchJson {
    private final Batches batches;
    private final BatchGround grounds;
    private final LayerRegister register;
    private final ReviewPapers papers;

    BatchJson(Batches batches, BatchGround grounds, LayerRegister register, ReviewPapers papers) {
        this.batches = batches;
        this.grounds = grounds;
        this.register = register;
        this.papers = papers;
    }

    Map<String, @Nullable Object> batch(Batch batch, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Instant known = batch.known();
        tree.put("id", batch.id());
        tree.put("name", batch.name());
        tree.put("fileName", batch.fileName());
        tree.put("fileHash", batch.fileHash());
        tree.put("at", batch.at().toString());
        tree.put("by", batch.by());
        tree.put("byName", papers.person(batch.by()));
        tree.put("asOf", batch.asOf().toString());
        tree.put("known", known == null ? null : known.toString());
        tree.put("engine", batch.engine());
        tree.put("ruleSet", batch.ruleSet());
        tree.put("project", JsonMapper.shared().readTree(batch.project()));
        tree.put("plots", batch.plots());
        TaskView task = batches.task(batch);
        tree.put("state", task.state().name());
        tree.put("rate", task.rate());
        tree.put("secondsLeft", task.secondsLeft());
        tree.put("incident", task.incident());
        tree.put(
                "problems",
                task.problems().stream()
                        .map(p -> ProblemBody.Item.of(p, locale))
                        .toList());
        List<Batch.Sum> sums = batches.sums(batch);
        tree.put("done", sums.stream().mapToInt(Batch.Sum::plots).sum());
        List<Object> each = new ArrayList<>();
        for (Batch.Sum sum : sums) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("conclusion", sum.conclusion());
            one.put("plots", sum.plots());
            one.put("area", sum.area().toString());
            each.add(one);
        }
        tree.put("sums", each);
        return tree;
    }

    /** Rows, and the names of the rules and layers that they speak of. */
    Map<String, Object> rows(Batch batch, List<BatchRow> rows, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        Map<String, String> rules = new LinkedHashMap<>();
        for (Rule rule : grounds.settled(batch).rules().rules())
            rules.put(rule.id(), rule.title().in(locale));
        Map<String, String> layers = new LinkedHashMap<>();
        register.listLayers().forEach(layer -> layers.put(layer.code(), english ? layer.en() : layer.zh()));
        List<Object> list = new ArrayList<>();
        for (BatchRow row : rows) list.add(row(row, locale));
        return Map.of("rules", rules, "layers", layers, "rows", list);
    }

    private static Map<String, @Nullable Object> row(BatchRow row, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Verdict conclusion = row.conclusion();
        Area area = row.legalArea();
        tree.put("position", row.position());
        tree.put("number", row.number());
        tree.put("name", row.name());
        tree.put("conclusion", conclusion == null ? null : conclusion.name());
        tree.put("area", area == null ? null : area.toString());
        tree.put("review", row.review());
        String figures = row.figures();
        if (figures != null) tree.put("figures", new RawValue(figures));
        if (!row.problems().isEmpty())
            tree.put(
                    "problems",
                    row.problems().stream()
                            .map(p -> ProblemBody.Item.of(p, locale))
                            .toList());
        return tree;
    }

    /** The figures of a row again. */
    static JsonNode figures(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
