package org.cuntu.core.cases.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cuntu.core.cases.CaseSettings;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.identity.Organisation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes a matter of the texts of its folder, after every check. Thread safe. */
@Component
class MatterReader {
    private final Organisation organisation;
    private final CaseSettings settings;
    private final LayerRegister register;
    private final CelMatterDecisions decisions;
    private final CityClock clock;

    MatterReader(
            Organisation organisation,
            CaseSettings settings,
            LayerRegister register,
            CelMatterDecisions decisions,
            CityClock clock) {
        this.organisation = organisation;
        this.settings = settings;
        this.register = register;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * A folder of today's city.
     *
     * @param problems where everything that is wrong is added; empty afterwards when there is a matter
     */
    Optional<Matter> read(MatterFolder folder, List<Problem> problems) {
        return read(folder, true, problems);
    }

    /** A version that passed before: what it is made of is checked anew, the city's units and reasons of that day are not known. */
    Matter readKept(MatterFolder folder) {
        List<Problem> problems = new ArrayList<>();
        return read(folder, false, problems)
                .orElseThrow(
                        () -> new IllegalStateException(folder.code() + ": a kept version is refused: " + problems));
    }

    private Optional<Matter> read(MatterFolder folder, boolean withCity, List<Problem> all) {
        List<Problem> problems = new ArrayList<>(all);
        int before = problems.size();
        Optional<JsonNode> tree = yaml(folder, MatterFolder.MATTER, problems);
        Optional<JsonNode> form = json(folder, problems);
        form.ifPresent(each -> MatterForm.check(folder.code() + "/" + MatterFolder.FORM, each, problems));
        Map<String, Words> templates = MatterTexts.read(folder, problems);
        MatterExample.check(folder, problems);
        BpmnGraph graph = BpmnWhitelist.read(
                folder.code() + "/" + MatterFolder.PROCESS,
                folder.files().getOrDefault(MatterFolder.PROCESS, ""),
                problems);
        boolean shaped = tree.isPresent()
                && MatterShape.MATTER.check(folder.code() + "/" + MatterFolder.MATTER, tree.get(), problems);
        if (!shaped || form.isEmpty()) {
            all.addAll(problems.subList(before, problems.size()));
            return Optional.empty();
        }
        Matter matter = MatterParser.parse(folder, tree.get(), templates);
        if (!matter.code().equals(folder.code()))
            problems.add(Problem.refused(
                    "matters.code",
                    Problem.Place.file(folder.code() + "/" + MatterFolder.MATTER),
                    "code",
                    matter.code(),
                    "folder",
                    folder.code()));
        if (withCity) {
            Set<String> fields = MatterForm.fields(form.get()).keySet();
            MatterChecks.check(matter, graph, units(), reasons(), fields, problems);
            layers(matter, problems);
        }
        MatterTexts.checkNeeded(matter, problems);
        decisions.check(matter, problems);
        all.addAll(problems.subList(before, problems.size()));
        return problems.size() == before ? Optional.of(matter) : Optional.empty();
    }

    private static Optional<JsonNode> yaml(MatterFolder folder, String name, List<Problem> problems) {
        return MatterTrees.yaml(folder.code() + "/" + name, folder.files().getOrDefault(name, "{}"), problems);
    }

    private static Optional<JsonNode> json(MatterFolder folder, List<Problem> problems) {
        String text = folder.files().getOrDefault(MatterFolder.FORM, "{}");
        return MatterTrees.json(folder.code() + "/" + MatterFolder.FORM, text, problems);
    }

    /** A layer that is not there would close nothing, and nobody would see it. */
    private void layers(Matter matter, List<Problem> problems) {
        for (MatterStep step : matter.steps())
            for (String layer : step.layers())
                if (register.findLayer(layer).isEmpty())
                    problems.add(Problem.refused(
                            "matters.unknown-layer",
                            Problem.Place.file(matter.code() + "/" + MatterFolder.MATTER),
                            "step",
                            step.id(),
                            "layer",
                            layer));
    }

    private Set<String> units() {
        return organisation.listUnits(clock.today()).stream()
                .map(Organisation.Unit::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> reasons() {
        return settings.suspensions().stream()
                .map(CaseSettings.Suspension::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
