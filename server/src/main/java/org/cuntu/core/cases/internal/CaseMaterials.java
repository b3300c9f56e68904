package org.cuntu.core.cases.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cuntu.core.cases.CaseFile;
import org.cuntu.core.cases.CaseMaterial;
import org.cuntu.core.cases.CaseMaterial.State;
import org.cuntu.core.cases.MaterialNeed;
import org.cuntu.core.cases.Matter;
import org.cuntu.core.cases.MatterDecisions;
import org.cuntu.core.cases.MatterStep;
import org.cuntu.core.cases.SharedMaterials;
import org.cuntu.core.cases.SharedMaterials.Shared;
import org.cuntu.core.rules.Rule;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.CityClock;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * How the materials of a case stand: what it was given, what its pack was given, and what the platform knows of those that nobody need
 * bring. The platform is asked each time, so that what has ended since does not satisfy any more.
 */
@Component
class CaseMaterials {
    private final CaseTable cases;
    private final MaterialTable materials;
    private final CaseReading reading;
    private final MatterDecisions decisions;
    private final ObjectProvider<SharedMaterials> platform;
    private final CityClock clock;

    CaseMaterials(
            CaseTable cases,
            MaterialTable materials,
            CaseReading reading,
            MatterDecisions decisions,
            ObjectProvider<SharedMaterials> platform,
            CityClock clock) {
        this.cases = cases;
        this.materials = materials;
        this.reading = reading;
        this.decisions = decisions;
        this.platform = platform;
        this.clock = clock;
    }

    /** What is there of each material: the case's own, and what its pack shares with it. */
    Map<String, MaterialTable.Row> holding(CaseRow row) {
        Map<String, MaterialTable.Row> all = new LinkedHashMap<>();
        if (row.parent() != null) all.putAll(materials.holding(row.parent()));
        all.putAll(materials.holding(row.id()));
        return all;
    }

    /** Each material that is needed, by its id, in the matter's order. */
    Map<String, CaseMaterial> list(CaseRow row, Matter matter) {
        Map<String, MaterialTable.Row> there = holding(row);
        Map<String, Object> form = reading.form(row);
        Map<String, CaseMaterial> all = new LinkedHashMap<>();
        CaseFile file = null;
        for (MaterialNeed need : matter.materials()) {
            if (!isNeeded(matter, need, form)) continue;
            boolean shared = need.source() == MaterialNeed.Source.SHARED;
            if (shared && file == null) file = reading.file(row);
            Shared known = shared && file != null ? known(file, need, form) : null;
            all.put(need.id(), material(row, need, there.get(need.id()), known, form));
        }
        return all;
    }

    private static CaseMaterial material(
            CaseRow row,
            MaterialNeed need,
            MaterialTable.@Nullable Row there,
            @Nullable Shared known,
            Map<String, Object> form) {
        boolean named = known != null && form.containsValue(known.number());
        if (there != null) {
            State state = State.valueOf(there.state().name());
            return new CaseMaterial(need.id(), state, named ? known : null);
        }
        State state =
                switch (need.source()) {
                    case SHARED -> known != null && known.isInForce() ? State.SHARED : State.MISSING;
                    case SITE -> row.siteHash() == null ? State.MISSING : State.GIVEN;
                    case APPLICANT -> State.MISSING;
                };
        return new CaseMaterial(need.id(), state, known);
    }

    /** The one that the form names; of those that it does not name one that holds before one that does not. */
    private @Nullable Shared known(CaseFile file, MaterialNeed need, Map<String, Object> form) {
        List<Shared> all = new ArrayList<>();
        platform.orderedStream().forEach(each -> all.addAll(each.list(file, need)));
        Optional<Shared> named =
                all.stream().filter(each -> form.containsValue(each.number())).findFirst();
        return named.or(() -> all.stream().filter(Shared::isInForce).findFirst())
                .or(() -> all.stream().findFirst())
                .orElse(null);
    }

    /** GIVEN, MISSING, DEFERRED, SHARED or PROMISED by the id of each material that is needed. */
    Map<String, String> states(CaseRow row, Matter matter) {
        Map<String, String> states = new LinkedHashMap<>();
        list(row, matter)
                .forEach((id, material) -> states.put(id, material.state().name()));
        return states;
    }

    /**
     * What the case stands on and holds no more, each said by its number and day.
     *
     * @param decided what has run out by its date after this does not count; null: all counts
     */
    List<Problem> lapsed(CaseRow row, Matter matter, @Nullable Instant decided) {
        Map<String, CaseMaterial> all = list(row, matter);
        List<Problem> problems = new ArrayList<>();
        for (MaterialNeed need : matter.materials()) {
            CaseMaterial material = all.get(need.id());
            Shared found = material == null ? null : material.found();
            if (found == null || found.isInForce()) continue;
            boolean later = decided != null
                    && found.standing() == SharedMaterials.Standing.EXPIRED
                    && found.since() != null
                    && found.since().isAfter(LocalDate.ofInstant(decided, clock.zone()));
            if (!later) problems.add(lapsed(need, found));
        }
        return problems;
    }

    static Problem lapsed(MaterialNeed need, Shared found) {
        return Problem.refused(
                "cases.material-lapsed",
                Problem.Place.file(need.id()),
                "material",
                need.id(),
                "title",
                need.title().zh(),
                "titleEn",
                need.title().en(),
                "number",
                found.number(),
                "since",
                String.valueOf(found.since()),
                "state",
                found.standing().name());
    }

    boolean isNeeded(Matter matter, MaterialNeed need, Map<String, Object> form) {
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
                            step, conclusion, reading.form(row), row.review(), states(row, matter), children));
        } catch (Rule.Undecided e) {
            throw ProblemAnswer.conflict("cases.undecided", "message", String.valueOf(e.getMessage()));
        }
    }
}
