package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.cuntu.business.planning.PlanDeliveries;
import org.cuntu.business.planning.PlanFindings;
import org.cuntu.business.planning.PlanScheme;
import org.cuntu.business.planning.PlanSchemes;
import org.cuntu.business.planning.PlanStep;
import org.cuntu.business.planning.PlanVersion;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans as the page sees them. */
@Component
class PlanJson {
    private final PlanDeliveries plans;
    private final PlanPersons persons;
    private final PlanSchemes schemes;
    private final PlanningWords words;
    private final CurrentUser current;
    private final Tasks tasks;
    private final CityClock clock;

    PlanJson(
            PlanDeliveries plans,
            PlanPersons persons,
            PlanSchemes schemes,
            PlanningWords words,
            CurrentUser current,
            Tasks tasks,
            CityClock clock) {
        this.plans = plans;
        this.persons = persons;
        this.schemes = schemes;
        this.words = words;
        this.current = current;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** As in the list. */
    Map<String, @Nullable Object> brief(PlanVersion v) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", v.id());
        tree.put("plan", v.plan().id());
        tree.put("version", v.version());
        tree.put("number", v.number());
        tree.put("kind", v.plan().kind().name());
        tree.put("name", v.plan().name());
        tree.put("division", v.plan().division());
        tree.put("divisionName", words.division(v.plan().division()));
        tree.put("listing", v.plan().listing());
        tree.put("occasion", v.occasion());
        tree.put("occasionName", persons.occasion(v).map(PlanJson::named).orElse(null));
        tree.put("state", v.state().name());
        tree.put("waiting", persons.waiting(v).orElse(null));
        tree.put("next", next(v));
        tree.put("invented", v.invented());
        tree.put("deliveredBy", words.person(v.deliveredBy()));
        tree.put("mine", v.deliveredBy().equals(current.get().id()));
        tree.put("unit", v.unit());
        tree.put("deliveredAt", v.deliveredAt().toString());
        tree.put("changedAt", v.changedAt().toString());
        tree.put("round", v.round());
        tree.put("inForceFrom", v.inForceFrom() == null ? null : v.inForceFrom().toString());
        tree.put("knownFrom", v.knownFrom() == null ? null : v.knownFrom().toString());
        return tree;
    }

    private static Map<String, Object> named(PlanScheme.Occasion occasion) {
        return Map.of("zh", occasion.zh(), "en", occasion.en());
    }

    /** DISPLAY or APPROVAL when that is what it waits for. */
    private @Nullable String next(PlanVersion v) {
        if (persons.waitsForDisplay(v)) return "DISPLAY";
        return persons.waitsForApproval(v) ? "APPROVAL" : null;
    }

    /** Where it stands, and how far the task is. */
    Map<String, @Nullable Object> progress(PlanVersion v) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("state", v.state().name());
        tree.put("round", v.round());
        TaskView task = !v.isWorking() || v.task() == null
                ? null
                : tasks.find(new TaskId(v.task())).orElse(null);
        tree.put("working", task != null && !task.state().isEnd());
        tree.put("done", task == null ? null : task.done());
        tree.put("total", task == null ? null : task.total());
        return tree;
    }

    /** With everything on its page. */
    Map<String, @Nullable Object> whole(PlanVersion v, Locale locale) {
        Map<String, @Nullable Object> tree = brief(v);
        tree.put("grounds", v.grounds());
        tree.put("progress", progress(v));
        tree.put("previous", v.previous());
        tree.put(
                "scheme",
                schemes.findScheme(v.plan().kind(), clock.today())
                        .map(this::scheme)
                        .orElse(null));
        PlanScheme.Occasion occasion = persons.occasion(v).orElse(null);
        tree.put("displayDays", occasion == null ? 0 : occasion.displayDays());
        tree.put("article", occasion == null ? null : occasion.article());
        tree.put("way", persons.stepsOf(v));
        tree.put("stepAt", v.step());
        tree.put("today", clock.today().toString());
        tree.put("display", display(v));
        tree.put("approval", approval(v));
        tree.put(
                "versions",
                plans.listVersions(v.plan().id()).stream().map(this::brief).toList());
        tree.put(
                "steps",
                plans.listSteps(v).stream().map(step -> step(step, locale)).toList());
        tree.put("files", plans.listFiles(v));
        tree.put("maps", plans.listMaps(v));
        PlanFindings found = plans.findFindings(v).orElse(null);
        tree.put("findings", found == null ? null : PlanningJson.tree(found));
        tree.put("notes", found == null ? List.of() : problems(found.notes(), locale));
        tree.put(
                "stopping",
                found == null
                        ? List.of()
                        : found.stopping().stream()
                                .map(each -> each.rule().id())
                                .toList());
        tree.put("names", found == null ? Map.of() : names(found));
        tree.put("can", plans.listPossible(v));
        return tree;
    }

    private static @Nullable Map<String, Object> display(PlanVersion v) {
        PlanVersion.Display shown = v.display();
        if (shown == null) return null;
        return Map.of("from", shown.from().toString(), "to", shown.to().toString(), "place", shown.place());
    }

    private static @Nullable Map<String, Object> approval(PlanVersion v) {
        PlanVersion.Approval given = v.approval();
        if (given == null) return null;
        return Map.of(
                "number", given.number(),
                "authority", given.authority(),
                "date", given.date().toString(),
                "inForceFrom", given.inForceFrom().toString());
    }

    /** What the page needs to ask for a delivery. */
    Map<String, @Nullable Object> scheme(PlanScheme scheme) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", scheme.kind().name());
        tree.put("zh", scheme.zh());
        tree.put("en", scheme.en());
        tree.put("materials", scheme.materials());
        tree.put("layers", scheme.layers().stream().map(PlanJson::layer).toList());
        tree.put("occasions", scheme.occasions());
        return tree;
    }

    private static Map<String, @Nullable Object> layer(PlanScheme.MapLayer layer) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("layer", layer.layer());
        tree.put("classScheme", layer.schema().classScheme());
        tree.put("classField", layer.classField());
        tree.put("replaces", layer.replaces().name());
        tree.put("fields", layer.schema().fields());
        return tree;
    }

    /** Names of the divisions, persons and layers that the findings speak of. */
    private Map<String, Object> names(PlanFindings found) {
        TreeSet<String> divisions = new TreeSet<>();
        found.answers().forEach(answer -> {
            answer.places().forEach(place -> divisions.add(place.county()));
            answer.counties().forEach(county -> divisions.add(county.division()));
        });
        Map<String, Object> byCode = new LinkedHashMap<>();
        for (String code : divisions) if (!code.isEmpty()) byCode.put(code, words.division(code));
        Map<String, Object> people = new LinkedHashMap<>();
        found.affected().reviews().forEach(review -> people.put(review.by(), words.person(review.by())));
        Map<String, Object> layers = new LinkedHashMap<>();
        found.used().keySet().forEach(layer -> layers.put(layer, words.layer(layer)));
        found.answers()
                .forEach(answer -> answer.missing().forEach(code -> layers.putIfAbsent(code, words.layer(code))));
        found.changes().forEach(change -> layers.putIfAbsent(change.layer(), words.layer(change.layer())));
        return Map.of("divisions", byCode, "people", people, "layers", layers);
    }

    private Map<String, @Nullable Object> step(PlanStep step, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", step.number());
        tree.put("round", step.round());
        tree.put("step", step.step().name());
        tree.put("of", step.of());
        tree.put("outcome", step.outcome().name());
        tree.put("at", step.at().toString());
        tree.put("by", words.person(step.actor()));
        tree.put("words", step.words());
        tree.put("problems", problems(step.problems(), locale));
        return tree;
    }

    private static List<ProblemBody.Item> problems(List<org.cuntu.engine.problem.Problem> all, Locale locale) {
        List<ProblemBody.Item> items = new ArrayList<>();
        all.forEach(problem -> items.add(ProblemBody.Item.of(problem, locale)));
        return items;
    }
}
