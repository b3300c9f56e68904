package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.cuntu.core.conformity.ConversionPart;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.LayerResult;
import org.cuntu.core.conformity.Leaf;
import org.cuntu.core.conformity.ReviewInput;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.rules.Conversion;
import org.cuntu.core.rules.RuleTrial;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Piece;
import org.jspecify.annotations.Nullable;

/**
 * Survey × plan zones: a leaf of a patch that lies in one zone lies in it whole; the others are cut with each zone's part of the plot and
 * apportioned to what lies in each; ground of a leaf without a zone is a part of its own. Empty where the rules have no matrix, or where one of the
 * two layers has no leaves that add up.
 */
public final class ConversionParts {
    static final String ZONES = "GHFQ";
    /** Below this, m², what is left of a leaf is rounding and no ground without a zone. */
    private static final double ROUNDING = 0.02;
    /** Leaves that one hand takes at once. */
    private static final int SHARE = 64;

    private final ReviewInput input;
    private final LayerResult survey;
    private final LayerResult zones;
    private final int hands;
    private final List<ConversionPart> parts = new ArrayList<>();

    private final Map<Asked, Conversion.Answer> answers = new ConcurrentHashMap<>();

    /** What the matrix is asked by, besides the wanted use: few, of thousands of leaves. */
    private record Asked(String township, String zone, String landClass) {}

    private record InZone(Leaf zone, Piece piece) {}

    private ConversionParts(ReviewInput input, LayerResult survey, LayerResult zones, int hands) {
        this.input = input;
        this.survey = survey;
        this.zones = zones;
        this.hands = hands;
    }

    /**
     * In the order of the survey's leaves, then of the zones.
     *
     * @param hands how many zones are cut at once, when as many are idle
     */
    public static List<ConversionPart> of(
            ReviewInput input, List<Cutter.Plot> plots, List<LayerResult> layers, int hands) {
        LayerResult survey = summed(layers, Tables.SURVEY);
        LayerResult zones = summed(layers, ZONES);
        if (input.rules().conversion().isEmpty() || survey == null || zones == null) return List.of();
        ConversionParts all = new ConversionParts(input, survey, zones, hands);
        for (int i = 0; i < plots.size(); i++) all.add(i, plots.get(i));
        return all.parts;
    }

    private static @Nullable LayerResult summed(List<LayerResult> layers, String code) {
        return layers.stream()
                .filter(layer -> layer.entry().code().equals(code))
                .filter(layer -> layer.scaled() && !layer.leaves().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private void add(int plot, Cutter.Plot site) {
        List<Leaf> mine = zones.leaves().stream()
                .filter(leaf -> leaf.plot() == plot && leaf.kind() == Leaf.Kind.PIECE)
                .toList();
        long all = zones.leaves().stream().filter(leaf -> leaf.plot() == plot).count();
        List<Leaf> leaves =
                survey.leaves().stream().filter(leaf -> leaf.plot() == plot).toList();
        if (mine.size() == 1 && all == 1) {
            for (Leaf leaf : leaves) parts.add(whole(leaf, mine.getFirst()));
            return;
        }
        double scale = site.integral() / input.plots().get(plot).legal().value().squareMetres();
        Map<Integer, Leaf> byNumber = new HashMap<>();
        for (Leaf zone : mine) byNumber.put(zone.feature(), zone);
        List<int[]> known = shared(leaves.size(), (from, to) -> zones(site, leaves.subList(from, to)));
        int[] zones = known.stream().flatMapToInt(Arrays::stream).toArray();
        Map<Integer, List<InZone>> byFeature = cut(site, mine, others(leaves, zones, byNumber));
        for (List<ConversionPart> made : shared(leaves.size(), (from, to) -> {
            List<ConversionPart> some = new ArrayList<>(SHARE + SHARE / 4);
            for (int i = from; i < to; i++) {
                Leaf leaf = leaves.get(i);
                Leaf zone = byNumber.get(zones[i]);
                if (zone != null) some.add(whole(leaf, zone));
                else split(leaf, byFeature.getOrDefault(leaf.feature(), List.of()), scale, some);
            }
            return some;
        })) parts.addAll(made);
    }

    private interface Some<T> {
        T of(int from, int to);
    }

    /** Some of the leaves at once, each share by whichever hand is free; in their order. */
    private <T> List<T> shared(int leaves, Some<T> work) {
        int shares = (leaves + SHARE - 1) / SHARE;
        return ManyHands.map(
                shares, hands, share -> work.of(share * SHARE, StrictMath.min((share + 1) * SHARE, leaves)));
    }

    /** Of each leaf the zone in which its patch lies whole, -1 for the others. */
    private int[] zones(Cutter.Plot site, List<Leaf> leaves) {
        int[] patches = leaves.stream()
                .filter(leaf -> leaf.kind() == Leaf.Kind.PIECE)
                .mapToInt(Leaf::feature)
                .toArray();
        int[] found = site.zones(snapshot(Tables.SURVEY), patches, snapshot(ZONES));
        int[] zones = new int[leaves.size()];
        for (int i = 0, next = 0; i < zones.length; i++)
            zones[i] = leaves.get(i).kind() == Leaf.Kind.PIECE ? found[next++] : -1;
        return zones;
    }

    /** The patches that have to be cut with the zones, ascending. */
    private static int[] others(List<Leaf> leaves, int[] known, Map<Integer, Leaf> zones) {
        return IntStream.range(0, leaves.size())
                .filter(i -> leaves.get(i).kind() == Leaf.Kind.PIECE && !zones.containsKey(known[i]))
                .map(i -> leaves.get(i).feature())
                .sorted()
                .toArray();
    }

    private Snapshot snapshot(String layer) {
        return Objects.requireNonNull(input.snapshots().get(layer));
    }

    /** @param patches ascending */
    private Map<Integer, List<InZone>> cut(Cutter.Plot site, List<Leaf> mine, int[] patches) {
        if (patches.length == 0) return Map.of();
        Snapshot ground = snapshot(Tables.SURVEY);
        Snapshot plan = snapshot(ZONES);
        List<List<Piece>> cut = ManyHands.map(
                mine.size(), hands, zone -> site.pieces(plan, mine.get(zone).feature(), ground, patches));
        Map<Integer, List<InZone>> byFeature = new HashMap<>();
        for (int zone = 0; zone < cut.size(); zone++)
            for (Piece piece : cut.get(zone))
                byFeature
                        .computeIfAbsent(piece.feature(), f -> new ArrayList<>())
                        .add(new InZone(mine.get(zone), piece));
        return byFeature;
    }

    private ConversionPart whole(Leaf leaf, Leaf zone) {
        return part(leaf, zone, leaf.area(), leaf.hectares(), leaf.share().hundredthsOfPercent(), leaf.sliver());
    }

    private void split(Leaf leaf, List<InZone> inZones, double scale, List<ConversionPart> to) {
        int n = inZones.size();
        double[] sizes = new double[n + 1];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sizes[i] = StrictMath.max(0, inZones.get(i).piece().integral());
            sum += sizes[i];
        }
        double rest = leaf.area().squareMetres() * scale - sum;
        sizes[n] = rest > ROUNDING || sum <= 0 ? StrictMath.max(rest, 0.01) : 0;
        if (n == 1 && sizes[1] == 0) {
            InZone only = inZones.getFirst(); // by far the most: there is nothing to apportion
            boolean sliver = leaf.sliver() || isSliver(leaf.area(), only.piece().perimeter());
            to.add(part(
                    leaf,
                    only.zone(),
                    leaf.area(),
                    leaf.hectares(),
                    leaf.share().hundredthsOfPercent(),
                    sliver));
            return;
        }
        List<Area> areas = Apportionment.areas(sizes, leaf.area());
        long[] weights = areas.stream().mapToLong(Area::hundredths).toArray();
        long[] hectares = Apportionment.apportion(weights, leaf.hectares());
        long[] shares = Apportionment.apportion(weights, leaf.share().hundredthsOfPercent());
        for (int i = 0; i <= n; i++) {
            if (areas.get(i).isZero()) continue;
            InZone in = i < n ? inZones.get(i) : null;
            to.add(part(
                    leaf,
                    in == null ? null : in.zone(),
                    areas.get(i),
                    hectares[i],
                    (int) shares[i],
                    leaf.sliver()
                            || in != null && isSliver(areas.get(i), in.piece().perimeter())));
        }
    }

    private boolean isSliver(Area area, double perimeter) {
        LayerEntry.Slivers limits = survey.entry().slivers();
        return !survey.sliversSeen()
                && area.squareMetres() < limits.areaBelow()
                && 2 * area.squareMetres() / perimeter < limits.widthBelow();
    }

    private ConversionPart part(Leaf leaf, @Nullable Leaf zone, Area area, long hectares, int share, boolean sliver) {
        String township = RuleTrial.township(leaf.fields());
        String code = zone == null ? "" : zone.text("GHFQDM");
        return new ConversionPart(
                leaf,
                zone == null ? -1 : zone.feature(),
                township,
                code,
                zone == null ? "" : zone.text("GHFQMC"),
                area,
                hectares,
                share,
                sliver,
                answers.computeIfAbsent(new Asked(township, code, leaf.text("DLBM")), this::answer));
    }

    private Conversion.Answer answer(Asked asked) {
        return input.rules()
                .conversion()
                .answer(
                        asked.township(),
                        asked.zone(),
                        asked.landClass(),
                        input.project().wanted());
    }
}
