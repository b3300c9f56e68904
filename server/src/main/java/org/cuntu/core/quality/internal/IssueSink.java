package org.cuntu.core.quality.internal;

import static org.cuntu.engine.layer.Shapes.EAST;
import static org.cuntu.engine.layer.Shapes.NORTH;
import static org.cuntu.engine.layer.Shapes.SOUTH;
import static org.cuntu.engine.layer.Shapes.WEST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.core.quality.LayerIssue;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Counts what a run finds and hands it on, some hundred at a time; of one rule no more than the city keeps. For one thread. */
final class IssueSink {
    private static final int BATCH = 500;

    private final UUID run;
    private final CheckGround ground;
    private final int kept;
    private final Consumer<List<LayerIssue>> store;
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final List<String> notAnswered = new ArrayList<>();
    private List<LayerIssue> batch = new ArrayList<>();
    private long numbered;

    IssueSink(UUID run, CheckGround ground, int kept, Consumer<List<LayerIssue>> store) {
        this.run = run;
        this.ground = ground;
        this.kept = kept;
        this.store = store;
    }

    /** Where and how large an issue is. */
    record What(
            double longitude,
            double latitude,
            double[] bounds,
            @Nullable Area area,
            @Nullable Double length,
            @Nullable String value,
            @Nullable String expected,
            @Nullable Geometry outline) {}

    /** A feature as a whole, or of number −1 the layer. */
    void add(
            QualityRule rule,
            int feature,
            @Nullable String other,
            @Nullable String value,
            @Nullable String expected,
            @Nullable Area area) {
        if (!isKept(rule)) return;
        double[] at = feature < 0 ? new double[0] : CheckGround.pointIn(ground.snapshot(), feature);
        double[] bounds = at.length == 0 ? at : box(ground.snapshot().flat(feature));
        double x = at.length == 0 ? Double.NaN : at[0];
        double y = at.length == 0 ? Double.NaN : at[1];
        put(rule, rule.severity(), feature, other, new What(x, y, bounds, area, null, value, expected, null));
    }

    void add(QualityRule rule, int feature, @Nullable String other, What what) {
        if (isKept(rule)) put(rule, rule.severity(), feature, other, what);
    }

    /** Of what is not, or not alone, a feature of the snapshot. */
    void add(QualityRule rule, String feature, @Nullable String other, What what) {
        if (isKept(rule)) put(rule, rule.severity(), feature, other, what);
    }

    /** A rule that could not be asked: for want of a layer, which keeps nothing from being released but is no pass either. */
    void notAnswered(QualityRule rule, String layer) {
        if (!isKept(rule)) return;
        put(
                rule,
                LayerIssue.Severity.WARN,
                FeatureFaults.LAYER,
                null,
                new What(Double.NaN, Double.NaN, new double[0], null, null, LayerIssue.NOT_ANSWERED, layer, null));
        notAnswered.add(rule.id());
    }

    private boolean isKept(QualityRule rule) {
        return counts.merge(rule.id(), 1L, Long::sum) <= kept;
    }

    private void put(QualityRule rule, LayerIssue.Severity severity, int feature, @Nullable String other, What what) {
        put(rule, severity, ground.name(ground.snapshot(), feature), other, what);
    }

    private void put(
            QualityRule rule, LayerIssue.Severity severity, String feature, @Nullable String other, What what) {
        batch.add(new LayerIssue(
                run,
                ++numbered,
                rule.id(),
                rule.kind(),
                severity,
                feature,
                other,
                what.longitude(),
                what.latitude(),
                what.bounds(),
                what.area(),
                what.length(),
                what.value(),
                what.expected(),
                what.outline()));
        if (batch.size() >= BATCH) flush();
    }

    void flush() {
        if (batch.isEmpty()) return;
        store.accept(batch);
        batch = new ArrayList<>();
    }

    /** How many issues of a rule there are, also those that were not kept. */
    long count(QualityRule rule) {
        return counts.getOrDefault(rule.id(), 0L);
    }

    /** The count as it is shown: a rule that could not be asked counts as a warning. */
    CheckRun.RuleCount shown(QualityRule rule) {
        LayerIssue.Severity severity = notAnswered.contains(rule.id()) ? LayerIssue.Severity.WARN : rule.severity();
        return new CheckRun.RuleCount(rule.id(), rule.kind(), severity, rule.title(), rule.advice(), count(rule));
    }

    private static double[] box(FlatShape shape) {
        return new double[] {shape.box(WEST), shape.box(SOUTH), shape.box(EAST), shape.box(NORTH)};
    }
}
