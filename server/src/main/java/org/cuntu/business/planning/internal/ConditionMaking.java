package org.cuntu.business.planning.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.business.planning.PlanConditions;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.PlotStatus;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Copies the plan into a sheet's content: the plots or their part, with all that lies on and beside them. Writes nothing. */
@Component
class ConditionMaking {
    private final PlotsFile file;
    private final PlotReading reading;
    private final Baselines baselines;
    private final SnapshotStore store;
    private final LayerRegister register;

    ConditionMaking(
            PlotsFile file, PlotReading reading, Baselines baselines, SnapshotStore store, LayerRegister register) {
        this.file = file;
        this.reading = reading;
        this.baselines = baselines;
        this.store = store;
        this.register = register;
    }

    /**
     * What was copied.
     *
     * @param plan version of the plots
     * @param values canonical, see {@link ConditionContent}
     */
    record Made(Baseline baseline, SnapshotRef plan, List<PlotCard.Plot> plots, Map<String, @Nullable Object> values) {
        Area area() {
            return plots.stream().map(PlotCard.Plot::legal).reduce(Area.ZERO, Area::plus);
        }
    }

    /** Every layer that a sheet asks. */
    List<String> layers() {
        Set<String> codes = new LinkedHashSet<>(List.of(PlotsFile.PLOTS, PlotsFile.LINES));
        file.controls().forEach(control -> codes.add(control.layer()));
        return List.copyOf(codes);
    }

    /** The highest of the layers that are asked. */
    int classification() {
        return layers().stream()
                .flatMap(code -> register.findLayer(code).stream())
                .mapToInt(entry -> entry.classification())
                .max()
                .orElse(1);
    }

    /** Of the versions in force today. @throws InputRefused with everything that stands in the way */
    Made today(PlanConditions.Order order) {
        try (PlotBaseline open = new PlotBaseline(baselines.resolve(null, null), store, entry -> true)) {
            List<Problem> problems = new ArrayList<>();
            for (String code : file.sheets().must()) {
                NotAnsweredReason reason =
                        open.layer(code).map(Baseline.Layer::reason).orElse(null);
                if (open.find(code).isEmpty())
                    problems.add(
                            problem("plots.must-answer", "layer", code, "reason", reason == null ? "" : reason.code()));
            }
            if (!problems.isEmpty()) throw new InputRefused(problems);
            Made made = of(order.unit(), order.plots(), order.part(), open, problems);
            for (PlotCard.Plot plot : made.plots()) {
                if (plot.status() != PlotStatus.APPROVED)
                    problems.add(problem("plots.not-approved", "number", plot.number(), "status", plot.statusSaid()));
                if (plot.linesReason() != null)
                    problems.add(problem(
                            "plots.must-answer",
                            "layer",
                            PlotsFile.LINES,
                            "reason",
                            plot.linesReason().code()));
            }
            if (made.plots().isEmpty() && problems.isEmpty()) problems.add(problem("plots.no-ground"));
            if (!problems.isEmpty()) throw new InputRefused(problems);
            return made;
        }
    }

    /** Once more, of exactly these versions. */
    Made again(
            LocalDate asOf,
            Instant known,
            Map<String, String> hashes,
            String unit,
            List<String> plots,
            @Nullable Geometry part) {
        Baseline baseline = baselines.replay(asOf, known, hashes);
        try (PlotBaseline open = new PlotBaseline(baseline, store, entry -> true)) {
            return of(unit, plots, part, open, new ArrayList<>());
        }
    }

    private Made of(
            String unit, List<String> numbers, @Nullable Geometry part, PlotBaseline open, List<Problem> problems) {
        Snapshot snapshot = open.find(PlotsFile.PLOTS).orElseThrow(() -> missing(open));
        SnapshotRef plan =
                open.layer(PlotsFile.PLOTS).map(Baseline.Layer::snapshot).orElseThrow(() -> missing(open));
        List<PlotCard.Plot> plots = new ArrayList<>();
        for (String number : new TreeSet<>(numbers)) {
            OptionalInt feature = PlotRecord.find(snapshot, unit, number, null);
            if (feature.isEmpty()) {
                problems.add(problem("plots.unknown", "number", number));
                continue;
            }
            PlotCard.Plot plot = part == null
                    ? reading.whole(snapshot, feature.getAsInt(), open)
                    : reading.part(snapshot, feature.getAsInt(), part, open);
            if (plot == null) problems.add(problem("plots.no-ground-of", "number", number));
            else plots.add(plot);
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("asOf", open.baseline().asOf().toString());
        values.put("known", String.valueOf(open.baseline().known()));
        values.put(
                "layers",
                layers().stream()
                        .map(code -> ConditionContent.layer(code, open))
                        .toList());
        values.put("unit", unit);
        values.put("isPart", part != null);
        values.put("plots", plots.stream().map(ConditionContent::plot).toList());
        values.put("totals", ConditionContent.totals(plots));
        return new Made(open.baseline(), plan, plots, values);
    }

    private static InputRefused missing(PlotBaseline open) {
        String day = open.baseline().asOf().toString();
        return new InputRefused(problem("plots.must-answer", "layer", PlotsFile.PLOTS, "reason", day));
    }

    private static Problem problem(String code, Object... args) {
        return Problem.refused(code, Problem.Place.UNKNOWN, args);
    }
}
