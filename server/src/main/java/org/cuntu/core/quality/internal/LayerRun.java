package org.cuntu.core.quality.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cuntu.core.quality.LayerChecks;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.OrderedBlocks;
import org.cuntu.engine.matrix.Watch;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.quality.TopologyCheck;
import org.cuntu.engine.quality.TopologyFinding;
import org.cuntu.engine.quality.TopologySweep;
import org.jspecify.annotations.Nullable;

/** Asks every rule of one snapshot: fields first, then the layer as a whole, then its shapes in one sweep. */
final class LayerRun {
    private final List<QualityRule> rules;
    private final CheckGround ground;
    private final IssueSink sink;
    private final Snapshot layer;

    LayerRun(List<QualityRule> rules, CheckGround ground, IssueSink sink) {
        this.rules = rules;
        this.ground = ground;
        this.sink = sink;
        layer = ground.snapshot();
    }

    void make() {
        fields();
        wholes();
        shapes();
        sink.flush();
    }

    private void fields() {
        List<FieldSweep.Asked> asked = new ArrayList<>();
        for (QualityRule rule : rules)
            switch (rule.check()) {
                case FieldCheck check -> asked.add(new FieldSweep.Asked(rule, check));
                case PlaceOfCode place -> {
                    FieldCheck check = place.on(ground);
                    if (check == null) sink.notAnswered(rule, place.layer());
                    else asked.add(new FieldSweep.Asked(rule, check));
                }
                case WholeCheck whole -> {}
                case QualityCheck.Shape shape -> {}
                case Relation relation -> {}
            }
        if (asked.isEmpty()) return;
        int size = layer.size();
        new OrderedBlocks(effort(0))
                .<List<FieldFault>>run(
                        size,
                        0,
                        size,
                        () -> new FieldSweep(layer, asked),
                        faults -> faults.forEach(
                                f -> sink.add(f.rule(), f.feature(), null, f.value(), f.expected(), f.area())));
    }

    private void wholes() {
        FeatureRow row = new FeatureRow(layer);
        for (QualityRule rule : rules) {
            if (!(rule.check() instanceof WholeCheck check)) continue;
            ground.goOn();
            check.look(ground, new FeatureFaults() {
                @Override
                public void fault(
                        int feature,
                        @Nullable String other,
                        @Nullable String value,
                        @Nullable String expected,
                        @Nullable Area area) {
                    if (feature < 0 || FieldSweep.concerns(rule, row.at(feature)))
                        sink.add(rule, feature, other, value, expected, area);
                }

                @Override
                public void at(String feature, @Nullable String other, IssueSink.What what) {
                    sink.add(rule, feature, other, what);
                }

                @Override
                public void notAnswered(String missing) {
                    sink.notAnswered(rule, missing);
                }
            });
        }
    }

    private void shapes() {
        Map<TopologyCheck, List<QualityRule>> asked = new LinkedHashMap<>();
        for (QualityRule rule : rules)
            switch (rule.check()) {
                case QualityCheck.Shape shape -> add(asked, shape.check(), rule);
                case Relation relation -> {
                    switch (relation.on(ground)) {
                        case Relation.Asked.For given -> add(asked, given.check(), rule);
                        case Relation.Asked.NotAnswered missing -> sink.notAnswered(rule, missing.layer());
                        case Relation.Asked.NotConcerned none -> {}
                    }
                }
                case FieldCheck check -> {}
                case WholeCheck check -> {}
                case PlaceOfCode check -> {}
            }
        if (asked.isEmpty() || layer.dimension() != Dimension.AREA) return;
        FeatureRow row = new FeatureRow(layer);
        TopologySweep.run(layer, List.copyOf(asked.keySet()), effort(layer.size()), found -> {
            for (QualityRule rule : asked.get(found.check()))
                if (found.feature() < 0 || FieldSweep.concerns(rule, row.at(found.feature())))
                    sink.add(rule, found.feature(), other(found), what(found));
        });
    }

    private static void add(Map<TopologyCheck, List<QualityRule>> asked, TopologyCheck check, QualityRule rule) {
        asked.computeIfAbsent(check, each -> new ArrayList<>()).add(rule);
    }

    private @Nullable String other(TopologyFinding found) {
        if (found.other() < 0) return null;
        Snapshot of =
                switch (found.check()) {
                    case TopologyCheck.ClearOf check -> check.layer();
                    case TopologyCheck.EdgesMatch check -> check.layer();
                    default -> layer;
                };
        return ground.name(of, found.other());
    }

    private static IssueSink.What what(TopologyFinding found) {
        return new IssueSink.What(
                found.x(),
                found.y(),
                found.bounds(),
                found.area() == found.area() ? Area.ofSquareMetres(found.area()) : null,
                found.length() == found.length() ? found.length() : null,
                said(found),
                null,
                found.outline());
    }

    private static @Nullable String said(TopologyFinding found) {
        if (found.isUndecided() && found.check() instanceof TopologyCheck.Gap) return LayerIssue.NOT_ANSWERED;
        return switch (found.check()) {
            case TopologyCheck.Invalid invalid -> Defect.Kind.values()[(int) found.measure()].code();
            case TopologyCheck.SinglePart single -> String.valueOf((int) found.measure());
            case TopologyCheck.Vertices vertices -> String.valueOf((int) found.measure());
            case TopologyCheck.Spike spike -> String.format(Locale.ROOT, "%.2f°", found.measure());
            case TopologyCheck.Sliver sliver -> String.format(Locale.ROOT, "4πA/P² %.4f", found.measure());
            default -> null;
        };
    }

    /** The fields are one half of the way, the shapes the other. */
    private Effort effort(long before) {
        long all = 2L * layer.size();
        LayerChecks.Progress progress = ground.progress();
        return new Effort(progress.threads(), new Watch() {
            @Override
            public void progress(long done, long total) {
                progress.at(before + done, all);
            }

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        });
    }
}
