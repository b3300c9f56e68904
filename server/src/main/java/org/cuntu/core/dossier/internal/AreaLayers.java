package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** What each layer says of an area, from the leaves of its review. */
final class AreaLayers {
    private static final int LISTED = 60;

    /** 田坎 (TD/T 1055). */
    private static final String RIDGE = "1203";

    private final FeatureWords words;

    AreaLayers(FeatureWords words) {
        this.words = words;
    }

    Dossier.Layer of(LayerResult result, @Nullable Snapshot snapshot) {
        LayerEntry entry = result.entry();
        List<Leaf> leaves = new ArrayList<>(result.leaves());
        leaves.sort(Comparator.comparing(Leaf::area).reversed());
        List<Dossier.Item> items = new ArrayList<>();
        Area rest = Area.ZERO;
        for (Leaf leaf : leaves) {
            if (items.size() < LISTED) items.add(item(entry, leaf, snapshot));
            else rest = rest.plus(leaf.area());
        }
        return new Dossier.Layer(
                entry.code(),
                entry.group(),
                Sources.name(entry),
                result.answer().name(),
                result.reason() == null ? null : result.reason().code(),
                Sources.find(result.snapshot()),
                result.area().toString(),
                Sources.percent(result.share()),
                result.scaled(),
                items,
                leaves.size() - items.size(),
                rest.toString(),
                result.scaled() && entry.schema().classField() != null ? classes(entry, leaves) : List.of());
    }

    private Dossier.Item item(LayerEntry entry, Leaf leaf, @Nullable Snapshot snapshot) {
        FeatureWords.Values values = leaf.fields()::get;
        boolean piece = leaf.kind() == Leaf.Kind.PIECE;
        return new Dossier.Item(
                leaf.kind().code(),
                leaf.feature(),
                piece ? words.name(entry.code(), values) : "",
                piece ? FeatureWords.cls(entry, values) : "",
                piece ? words.code(entry.code(), values) : "",
                leaf.area().toString(),
                Sources.percent(leaf.share()),
                leaf.sliver(),
                piece ? FeatureWords.filled(entry, values) : Map.of(),
                piece && snapshot != null ? Points.bounds(snapshot.geometry(leaf.feature())) : null);
    }

    private record Sum(String kind, String cls, Area area, long share, int count) {
        Sum plus(Sum other) {
            return new Sum(kind, cls, area.plus(other.area), share + other.share, count + other.count);
        }
    }

    /** By class, field ridges (田坎) as a class of their own, as the review's table has them. */
    private static List<Dossier.ClassArea> classes(LayerEntry entry, List<Leaf> leaves) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (Leaf leaf : leaves) {
            String cls = leaf.kind() == Leaf.Kind.PIECE ? FeatureWords.cls(entry, leaf.fields()::get) : "";
            String kind = leaf.kind().code();
            Area net = leaf.area().minus(leaf.ridge());
            long share = leaf.share().hundredthsOfPercent() - leaf.ridgeShare().hundredthsOfPercent();
            add(sums, new Sum(kind, cls, net, share, 1));
            if (leaf.ridge().isPositive())
                add(
                        sums,
                        new Sum(
                                kind,
                                ridge(leaf),
                                leaf.ridge(),
                                leaf.ridgeShare().hundredthsOfPercent(),
                                0));
        }
        return sums.values().stream()
                .sorted(Comparator.comparing(Sum::area).reversed())
                .map(sum -> new Dossier.ClassArea(
                        sum.kind(), sum.cls(), sum.area().toString(), Sources.percent(sum.share()), sum.count()))
                .toList();
    }

    private static void add(Map<String, Sum> sums, Sum more) {
        sums.merge(more.kind + more.cls, more, Sum::plus);
    }

    private static String ridge(Leaf leaf) {
        String given = leaf.text("KCDLBM");
        return given.isEmpty() ? RIDGE : given;
    }
}
