package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cuntu.core.dossier.Burdens;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Piece;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.springframework.stereotype.Component;

/**
 * Which features of some layers lie in features of another, by area. Snapshots never change, so what was found is kept for
 * the next page: the last few questions. Thread safe.
 */
@Component
class BurdenRows {
    private static final int KEPT = 8;

    /** One pair; names are looked up when it is shown. */
    record Pair(String layer, int feature, int of, Area area, int share) {}

    private final Map<String, List<Pair>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Pair>> eldest) {
            return size() > KEPT;
        }
    };

    private final FeatureWords words;

    BurdenRows(FeatureWords words) {
        this.words = words;
    }

    /** The pairs whose common part is at least 0.01 m², the largest first. */
    List<Pair> of(Snapshot source, int[] features, List<Snapshot> targets) {
        String key = source.hash() + " " + java.util.Arrays.hashCode(features) + " " + features.length + " "
                + targets.stream().map(Snapshot::hash).toList();
        synchronized (kept) {
            List<Pair> found = kept.get(key);
            if (found != null) return found;
        }
        List<Pair> pairs = new ArrayList<>();
        for (int feature : features) {
            Site site = Site.of(source.geometry(feature));
            for (Snapshot target : targets) add(site, feature, target, pairs);
        }
        pairs.sort(Comparator.comparing(Pair::area)
                .reversed()
                .thenComparing(Pair::layer)
                .thenComparing(Pair::feature)
                .thenComparing(Pair::of));
        synchronized (kept) {
            kept.put(key, List.copyOf(pairs));
        }
        return pairs;
    }

    private static void add(Site site, int of, Snapshot target, List<Pair> pairs) {
        for (Piece piece : SiteOverlay.pieces(site, target)) {
            if (!(piece.integral() > 0)) continue;
            Area area = Area.ofSquareMetres(piece.integral());
            double share = StrictMath.min(1, piece.integral() / target.integral(piece.feature()));
            if (area.isPositive())
                pairs.add(new Pair(
                        target.schema().layer(), piece.feature(), of, area, (int) StrictMath.round(share * 10_000)));
        }
    }

    /** Rows in another order than by area. */
    List<Pair> sorted(List<Pair> pairs, String by, Map<String, Snapshot> targets) {
        return switch (by) {
            case "share" ->
                pairs.stream()
                        .sorted(Comparator.comparingInt(Pair::share).reversed())
                        .toList();
            case "name" -> byName(pairs, targets).toList();
            default -> pairs;
        };
    }

    private Stream<Pair> byName(List<Pair> pairs, Map<String, Snapshot> targets) {
        Map<Pair, String> names = new java.util.HashMap<>();
        for (Pair pair : pairs) {
            Snapshot target = targets.get(pair.layer);
            if (target != null) names.put(pair, words.name(pair.layer, FeatureWords.of(target, pair.feature)));
        }
        return pairs.stream().sorted(Comparator.comparing(pair -> names.getOrDefault(pair, "")));
    }

    private String title(String layer, FeatureWords.Values values) {
        String name = words.name(layer, values);
        return name.isEmpty() ? words.code(layer, values) : name;
    }

    Burdens.Row row(Pair pair, Snapshot source, Snapshot target, String cls) {
        FeatureWords.Values values = FeatureWords.of(target, pair.feature);
        return new Burdens.Row(
                pair.layer,
                pair.feature,
                words.name(pair.layer, values),
                cls,
                words.code(pair.layer, values),
                pair.area.toString(),
                Sources.percent(pair.share),
                pair.of,
                title(source.schema().layer(), FeatureWords.of(source, pair.of)),
                Points.bounds(target.geometry(pair.feature)));
    }
}
