package org.cuntu.core.rules;

import java.util.List;
import java.util.Map;

/**
 * What rules ask of a project beyond its kind, purpose and level; each is asked for only when a finding needs it, and may be
 * unknown (0, empty).
 *
 * @param activity which of the ten kinds of limited human activity of 自然资发〔2022〕142号 it is, 1 … 10
 * @param newConstruction whether it takes new construction land (新增建设用地): yes, no
 * @param listItem its item on the list of what may stand outside the urban boundary, for example {@code energy}
 * @param conversion the agricultural use that ground is turned into: forest, garden, grass, pond, facility
 * @param mining the mining right's kind: strategic, geothermal, renewal, underground, other
 * @param months how long a temporary use lasts
 * @param boundaryChange whether an optimisation of the urban boundary is asked for: yes
 * @param documents stated with number, date and issuer
 * @param figures of the whole project
 * @param plotFigures by plot number, where a plot has its own
 */
public record ProjectFacts(
        int activity,
        String newConstruction,
        String listItem,
        String conversion,
        String mining,
        int months,
        String boundaryChange,
        List<ProjectDocument> documents,
        PlanFigures figures,
        Map<String, PlanFigures> plotFigures) {
    public static final ProjectFacts NONE =
            new ProjectFacts(0, "", "", "", "", 0, "", List.of(), PlanFigures.NONE, Map.of());

    public ProjectFacts {
        documents = List.copyOf(documents);
        plotFigures = Map.copyOf(plotFigures);
    }

    ProjectFacts withFigures(PlanFigures of) {
        return new ProjectFacts(
                activity,
                newConstruction,
                listItem,
                conversion,
                mining,
                months,
                boundaryChange,
                documents,
                of,
                Map.of());
    }
}
