package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.cuntu.business.planning.PlanCondition;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the plots of a sheet against the version of the plan in force today (规划变更提示): by unit and number, by values and shape. */
@Component
class ConditionChanges {
    private final ConditionTable sheets;
    private final Baselines baselines;
    private final SnapshotStore store;

    ConditionChanges(ConditionTable sheets, Baselines baselines, SnapshotStore store) {
        this.sheets = sheets;
        this.baselines = baselines;
        this.store = store;
    }

    /** What is otherwise in a version. @param snapshot empty: there is no plan in force any more, so every plot is gone */
    record Answer(Optional<String> snapshot, List<PlanCondition.Changed> changes) {}

    /** The plan in force today, held open; for one thread. */
    final class Today implements AutoCloseable {
        private final PlotBaseline open = new PlotBaseline(baselines.resolve(null, null), store, entry -> true);
        private final Optional<Snapshot> plan =
                open.layer(PlotsFile.PLOTS).map(Baseline.Layer::snapshot).flatMap(version -> open.open(version.hash()));

        Optional<String> hash() {
            return plan.map(Snapshot::hash);
        }

        /** Of a sheet; what was kept of this version, else found now. */
        Answer of(PlanCondition sheet) {
            String hash = hash().orElse(null);
            if (hash != null && hash.equals(sheet.snapshot())) return new Answer(plan.map(Snapshot::hash), List.of());
            Optional<String> kept = hash == null ? Optional.empty() : sheets.findCheck(sheet.id(), hash);
            return kept.map(text -> new Answer(hash(), read(text))).orElseGet(() -> new Answer(hash(), found(sheet)));
        }

        private List<PlanCondition.Changed> found(PlanCondition sheet) {
            List<PlanCondition.Changed> changed = new ArrayList<>();
            JsonNode values = JsonMapper.shared()
                    .readTree(sheets.content(sheet.id()).text())
                    .path("values");
            for (JsonNode plot : values.path("plots")) {
                String number = plot.path("number").asString("");
                OptionalInt feature = plan.map(snapshot -> PlotRecord.find(snapshot, sheet.unit(), number, null))
                        .orElse(OptionalInt.empty());
                if (feature.isEmpty()) {
                    changed.add(new PlanCondition.Changed(number, true, List.of()));
                    continue;
                }
                Map<String, String> now = plan.map(snapshot -> PlotRecord.values(snapshot, feature.getAsInt()))
                        .orElse(Map.of());
                List<PlotCard.Change> changes = PlotRecord.differences(fields(plot), now);
                if (!changes.isEmpty()) changed.add(new PlanCondition.Changed(number, false, changes));
            }
            return changed;
        }

        @Override
        public void close() {
            open.close();
        }
    }

    Today today() {
        return new Today();
    }

    private static Map<String, String> fields(JsonNode plot) {
        Map<String, String> fields = new LinkedHashMap<>();
        JsonNode kept = plot.path("fields");
        for (String field : kept.propertyNames())
            fields.put(field, kept.path(field).asString(""));
        return fields;
    }

    static String write(List<PlanCondition.Changed> changes) {
        return JsonMapper.shared().writeValueAsString(changes);
    }

    static List<PlanCondition.Changed> read(String text) {
        return List.of(JsonMapper.shared().readValue(text, PlanCondition.Changed[].class));
    }
}
