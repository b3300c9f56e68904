package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.cuntu.business.planning.ControlLine;
import org.cuntu.business.planning.ControlLines;
import org.cuntu.business.planning.Proposal;
import org.cuntu.business.planning.ProposalFindings;
import org.cuntu.business.planning.ProposalStep;
import org.cuntu.business.planning.Proposals;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemBody;
import org.cuntu.platform.identity.CurrentUser;
import org.cuntu.platform.tasks.TaskId;
import org.cuntu.platform.tasks.TaskView;
import org.cuntu.platform.tasks.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals as the page sees them. */
@Component
class ProposalJson {
    private final Proposals proposals;
    private final ProposalRounds rounds;
    private final ProposalPersons persons;
    private final ControlLines lines;
    private final PlanningWords words;
    private final CurrentUser current;
    private final Tasks tasks;
    private final CityClock clock;

    ProposalJson(
            Proposals proposals,
            ProposalRounds rounds,
            ProposalPersons persons,
            ControlLines lines,
            PlanningWords words,
            CurrentUser current,
            Tasks tasks,
            CityClock clock) {
        this.proposals = proposals;
        this.rounds = rounds;
        this.persons = persons;
        this.lines = lines;
        this.words = words;
        this.current = current;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** As in the list. */
    Map<String, @Nullable Object> brief(Proposal p) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", p.id());
        tree.put("number", p.number());
        tree.put("layer", p.layer());
        tree.put("layerName", words.layer(p.layer()));
        tree.put("division", p.division());
        tree.put("divisionName", words.division(p.division()));
        tree.put("title", p.title());
        tree.put("state", p.state().name());
        ControlLine line = lines.findLine(p.layer(), clock.today()).orElse(null);
        ControlLine.Step waiting =
                line == null ? null : persons.waiting(p, line).orElse(null);
        tree.put("waiting", waiting);
        tree.put("inForceFrom", p.inForceFrom().toString());
        tree.put("invented", p.invented());
        tree.put("proposedBy", words.person(p.proposedBy()));
        tree.put("mine", p.proposedBy().equals(current.get().id()));
        tree.put("unit", p.unit());
        tree.put("proposedAt", p.proposedAt().toString());
        tree.put("changedAt", p.changedAt().toString());
        tree.put("round", p.round());
        tree.put("released", p.released());
        return tree;
    }

    /** Where it stands, and how far the task is. */
    Map<String, @Nullable Object> progress(Proposal p) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("state", p.state().name());
        tree.put("round", p.round());
        TaskView task = !p.state().isWorking() || p.task() == null
                ? null
                : tasks.find(new TaskId(p.task())).orElse(null);
        tree.put("working", task != null && !task.state().isEnd());
        tree.put("done", task == null ? null : task.done());
        tree.put("total", task == null ? null : task.total());
        return tree;
    }

    /** With everything on its page. */
    Map<String, @Nullable Object> whole(Proposal p, Locale locale) {
        Map<String, @Nullable Object> tree = brief(p);
        tree.put("ground", p.ground());
        tree.put("reason", p.reason());
        tree.put("progress", progress(p));
        tree.put(
                "line",
                lines.findLine(p.layer(), clock.today()).map(words::line).orElse(null));
        tree.put(
                "way",
                lines.findLine(p.layer(), clock.today())
                        .map(line -> persons.stepsOf(p, line))
                        .orElse(List.of()));
        tree.put("stepAt", p.step());
        tree.put(
                "steps",
                proposals.listSteps(p).stream().map(step -> step(step, locale)).toList());
        List<Proposals.Round> all = proposals.listRounds(p);
        Proposals.Round last = all.getLast();
        tree.put("base", last.base());
        tree.put("candidate", last.candidate());
        tree.put("documents", rounds.listDocuments(p.id()));
        tree.put(
                "files",
                proposals.listFiles(p, p.round()).stream()
                        .filter(file -> !file.role().equals("DOCUMENT"))
                        .toList());
        tree.put("drawn", PlanningJson.read(DrawnShapes.write(rounds.shapes(p.id(), p.round()))));
        ProposalFindings found = proposals.findFindings(p).orElse(null);
        tree.put("findings", found == null ? null : PlanningJson.tree(found));
        tree.put(
                "stopping",
                found == null
                        ? List.of()
                        : found.stopping().stream().map(a -> a.rule().id()).toList());
        tree.put("names", found == null ? Map.of() : names(found));
        tree.put("can", proposals.listPossible(p));
        return tree;
    }

    /** Names of the divisions and persons that the findings speak of. */
    private Map<String, Object> names(ProposalFindings found) {
        TreeSet<String> divisions = new TreeSet<>();
        found.ledgers().forEach(ledger -> ledger.rows().forEach(row -> divisions.add(row.county())));
        found.soil().forEach(soil -> divisions.add(soil.county()));
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
        found.answers().forEach(answer -> answer.missing().stream()
                .filter(code -> !code.matches("\\d+"))
                .forEach(code -> layers.put(code, words.layer(code))));
        return Map.of("divisions", byCode, "people", people, "layers", layers);
    }

    private Map<String, @Nullable Object> step(ProposalStep step, Locale locale) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("number", step.number());
        tree.put("round", step.round());
        tree.put("step", step.step().name());
        tree.put("of", step.of());
        tree.put("outcome", step.outcome().name());
        tree.put("at", step.at().toString());
        tree.put("by", words.person(step.actor()));
        tree.put("words", step.words());
        List<ProblemBody.Item> problems = new ArrayList<>();
        step.problems().forEach(problem -> problems.add(ProblemBody.Item.of(problem, locale)));
        tree.put("problems", problems);
        return tree;
    }
}
