package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cuntu.core.conformity.ReviewGrounds;
import org.cuntu.core.dossier.Burdens;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.LayerRegister;
import org.cuntu.core.onemap.LayerRegister.SearchBy;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.User;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;

/** Makes the inverse of a dossier. Reads only; the caller writes the proof entry. Thread safe. */
@Component
class BurdenMaking {
    static final int PAGE = 100;

    /** Features that burden at once. */
    static final int MOST_FEATURES = 20_000;

    private static final int MOST_REVIEWS = 200;

    private final Baselines baselines;
    private final LayerRegister register;
    private final SnapshotStore store;
    private final Snapshots snapshots;
    private final ReviewGrounds grounds;
    private final FeatureWords words;
    private final FeatureHits hits;
    private final BurdenRows rows;

    BurdenMaking(
            Baselines baselines,
            LayerRegister register,
            SnapshotStore store,
            Snapshots snapshots,
            ReviewGrounds grounds,
            FeatureWords words,
            FeatureHits hits,
            BurdenRows rows) {
        this.baselines = baselines;
        this.register = register;
        this.store = store;
        this.snapshots = snapshots;
        this.grounds = grounds;
        this.words = words;
        this.hits = hits;
        this.rows = rows;
    }

    /**
     * One page; {@code page} below 0 gives all rows.
     *
     * @param sort area, share or name
     */
    Burdens of(BurdenAsked asked, String sort, int page, User user) {
        LayerEntry layer = register.findLayer(asked.layer())
                .filter(entry -> Seeing.may(user, entry))
                .orElseThrow(() -> ProblemAnswer.notFound("onemap.unknown-layer", "layer", asked.layer()));
        try (OpenBaseline open = new OpenBaseline(baselines.resolve(asked.asOf(), asked.known()), store);
                SnapshotStore.Lease lease = snapshots.open(layer.code(), hash(asked, layer, open))) {
            long start = System.nanoTime();
            Snapshot source = lease.snapshot();
            int[] features = features(asked, source);
            Map<String, Snapshot> targets = targets(asked, open, user);
            List<BurdenRows.Pair> pairs = rows.of(source, features, List.copyOf(targets.values()));
            double millis = (System.nanoTime() - start) / 10_000 / 100.0;
            List<BurdenRows.Pair> sorted = rows.sorted(pairs, sort, targets);
            int from = page < 0 ? 0 : Math.min(sorted.size(), page * PAGE);
            int to = page < 0 ? sorted.size() : Math.min(sorted.size(), from + PAGE);
            List<Burdens.Row> shown = new ArrayList<>();
            for (BurdenRows.Pair pair : sorted.subList(from, to)) {
                Snapshot target = targets.get(pair.layer());
                if (target != null) shown.add(rows.row(pair, source, target, cls(pair, target)));
            }
            return new Burdens(
                    open.baseline().asOf().toString(),
                    open.baseline().known() == null
                            ? null
                            : open.baseline().known().toString(),
                    of(asked, layer, source, features),
                    said(asked, open, targets, pairs, user),
                    pairs.size(),
                    Math.max(0, page),
                    PAGE,
                    shown,
                    user.may("conformity:review:read") ? reviews(source, features) : null,
                    millis);
        }
    }

    private String cls(BurdenRows.Pair pair, Snapshot target) {
        return register.findLayer(pair.layer())
                .map(entry -> FeatureWords.cls(entry, FeatureWords.of(target, pair.feature())))
                .orElse("");
    }

    private static String hash(BurdenAsked asked, LayerEntry layer, OpenBaseline open) {
        if (asked.hash() != null) return asked.hash();
        return open.find(layer.code())
                .map(Snapshot::hash)
                .orElseThrow(() -> ProblemAnswer.notFound("dossier.no-snapshot", "layer", layer.code()));
    }

    private int[] features(BurdenAsked asked, Snapshot source) {
        int[] features;
        String field = asked.field();
        if (asked.isOneFeature()) {
            Snapshots.shape(source, asked.feature());
            features = new int[] {asked.feature()};
        } else if (field == null) {
            features = IntStream.range(0, source.size()).toArray();
        } else {
            String value = asked.value() == null ? "" : asked.value();
            if (source.schema().indexOf(field) < 0)
                throw ProblemAnswer.notFound("dossier.unknown-field", "layer", asked.layer(), "field", field);
            features = hits.members(source, field, value).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        if (features.length > MOST_FEATURES)
            throw new InputRefused(Problem.refused(
                    "dossier.too-many",
                    Problem.Place.UNKNOWN,
                    "layer",
                    asked.layer(),
                    "features",
                    features.length,
                    "most",
                    MOST_FEATURES));
        return features;
    }

    /** The layers that are asked and can answer. */
    private Map<String, Snapshot> targets(BurdenAsked asked, OpenBaseline open, User user) {
        Map<String, Snapshot> targets = new LinkedHashMap<>();
        for (Baseline.Layer layer : wanted(asked, open, user))
            if (layer.reason() == null)
                open.find(layer.entry().code())
                        .ifPresent(s -> targets.put(layer.entry().code(), s));
        return targets;
    }

    private List<Baseline.Layer> wanted(BurdenAsked asked, OpenBaseline open, User user) {
        return open.baseline().layers().stream()
                .filter(layer -> Seeing.may(user, layer.entry()))
                .filter(layer -> asked.against().isEmpty()
                        ? isPlotOrRight(layer.entry(), asked.layer())
                        : asked.against().contains(layer.entry().code()))
                .toList();
    }

    /** Layers of plans and of rights whose features have names of their own. */
    private boolean isPlotOrRight(LayerEntry layer, String source) {
        boolean named = register.searchFields(layer.code()).containsValue(SearchBy.NAME);
        boolean group = layer.group().equals("plan") || layer.group().equals("management");
        return named
                && group
                && layer.schema().kind() != LayerKind.COVERAGE
                && !layer.code().equals(source);
    }

    private Burdens.Of of(BurdenAsked asked, LayerEntry layer, Snapshot source, int[] features) {
        double area = 0;
        Envelope box = new Envelope();
        for (int feature : features) {
            area += source.integral(feature);
            box.expandToInclude(source.geometry(feature).getEnvelopeInternal());
        }
        if (features.length == 0) box.expandToInclude(source.coverage().getEnvelopeInternal());
        String name = "";
        if (asked.isOneFeature()) {
            FeatureWords.Values values = FeatureWords.of(source, asked.feature());
            name = words.name(layer.code(), values);
            if (name.isEmpty()) name = words.code(layer.code(), values);
        }
        return new Burdens.Of(
                Sources.of(snapshots.entry(layer.code(), source.hash()), source.hash()),
                Sources.name(layer),
                name,
                asked.feature(),
                asked.field(),
                asked.value(),
                features.length,
                Area.ofSquareMetres(area).toString(),
                new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
    }

    private List<Burdens.Target> said(
            BurdenAsked asked,
            OpenBaseline open,
            Map<String, Snapshot> targets,
            List<BurdenRows.Pair> pairs,
            User user) {
        Map<String, Area> sums = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (BurdenRows.Pair pair : pairs) {
            sums.merge(pair.layer(), pair.area(), Area::plus);
            counts.merge(pair.layer(), 1, Integer::sum);
        }
        List<Burdens.Target> said = new ArrayList<>();
        for (Baseline.Layer layer : wanted(asked, open, user)) {
            String code = layer.entry().code();
            boolean adds = layer.entry().schema().kind() != LayerKind.OVERLAPPING;
            String area = adds ? sums.getOrDefault(code, Area.ZERO).toString() : null;
            said.add(new Burdens.Target(
                    code,
                    Sources.name(layer.entry()),
                    targets.containsKey(code) ? null : reason(layer).code(),
                    Sources.find(layer.snapshot()),
                    counts.getOrDefault(code, 0),
                    area));
        }
        return said;
    }

    private static NotAnsweredReason reason(Baseline.Layer layer) {
        NotAnsweredReason reason = layer.reason();
        if (reason != null) return reason;
        return layer.snapshot() == null ? NotAnsweredReason.NO_SNAPSHOT : NotAnsweredReason.FAULT;
    }

    private List<Dossier.Review> reviews(Snapshot source, int[] features) {
        Map<String, Dossier.Review> reviews = new LinkedHashMap<>();
        Map<String, Double> sums = new HashMap<>();
        for (int feature : features) {
            if (reviews.size() >= MOST_REVIEWS) break;
            for (ReviewGrounds.Touched touched : grounds.inArea(source.geometry(feature), MOST_REVIEWS)) {
                double sum = sums.merge(touched.line().id(), touched.integral(), Double::sum);
                reviews.put(
                        touched.line().id(),
                        TouchedReviews.of(new ReviewGrounds.Touched(touched.line(), sum, touched.bounds()), true));
            }
        }
        return List.copyOf(reviews.values());
    }
}
