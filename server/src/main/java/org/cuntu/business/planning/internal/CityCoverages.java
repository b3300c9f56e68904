package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.cuntu.business.planning.PlanCoverage;
import org.cuntu.business.planning.PlanCoverage.Level;
import org.cuntu.business.planning.PlanCoverages;
import org.cuntu.business.planning.PlotStatus;
import org.cuntu.business.survey.AreaUnit;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.CanonicalJson;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.measure.Apportionment;
import org.cuntu.engine.measure.Share;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** The coverage of the versions in force. */
@Component
class CityCoverages implements PlanCoverages {
    private static final String TOWNSHIPS = "XZQ";
    private static final int PLACES = 4;
    private static final int DIGITS = 6;
    private static final int KEPT = 32;

    private final Baselines baselines;
    private final SnapshotStore store;
    private final LayerSight sight;
    private final PlotsFile file;
    private final CoverageMaking making;
    private final CoverageKept kept;
    private final PlanningWords words;
    private final CityFolder city;
    private final Map<String, Geometry> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Geometry> eldest) {
            return size() > KEPT;
        }
    };

    CityCoverages(
            Baselines baselines,
            SnapshotStore store,
            LayerSight sight,
            PlotsFile file,
            CoverageMaking making,
            CoverageKept kept,
            PlanningWords words,
            CityFolder city) {
        this.baselines = baselines;
        this.store = store;
        this.sight = sight;
        this.file = file;
        this.making = making;
        this.kept = kept;
        this.words = words;
        this.city = city;
    }

    private record Layers(Snapshot boundary, Snapshot plots, Snapshot townships, List<SnapshotRef> versions) {
        /** By what it is made of. */
        String name(PlotsFile.Planned planned) {
            return "coverage-"
                    + CanonicalJson.sha256(
                            boundary.hash() + plots.hash() + townships.hash() + planned.field() + planned.values());
        }
    }

    private Layers layers(PlotBaseline open) {
        List<SnapshotRef> versions = new ArrayList<>();
        Snapshot boundary = asked(open, file.planned().layer(), versions);
        Snapshot plots = asked(open, PlotsFile.PLOTS, versions);
        Snapshot townships = asked(open, TOWNSHIPS, versions);
        return new Layers(boundary, plots, townships, versions);
    }

    private static Snapshot asked(PlotBaseline open, String code, List<SnapshotRef> versions) {
        Baseline.Layer layer = open.layer(code).orElse(null);
        NotAnsweredReason reason = layer == null ? NotAnsweredReason.NO_SNAPSHOT : layer.reason();
        Snapshot snapshot = open.find(code)
                .orElseThrow(() -> ProblemAnswer.conflict(
                        "plots.coverage-silent",
                        "layer",
                        code,
                        "reason",
                        reason == null ? NotAnsweredReason.FAULT.code() : reason.code()));
        SnapshotRef version = layer == null ? null : layer.snapshot();
        if (version != null) versions.add(version);
        return snapshot;
    }

    @Override
    public PlanCoverage of(@Nullable LocalDate asOf, @Nullable String known, AreaUnit unit) {
        try (PlotBaseline open = new PlotBaseline(baselines.resolve(asOf, known), store, sight::sees)) {
            Layers layers = layers(open);
            List<CoverageMaking.Leaf> leaves = kept.get(
                    layers.name(file.planned()),
                    () -> making.of(layers.boundary(), layers.plots(), layers.townships()));
            int places = unit == AreaUnit.M2 ? 2 : PLACES;
            Map<String, long[]> towns = inUnit(leaves, unit, places);
            List<PlanCoverage.Row> rows = new ArrayList<>();
            Map<String, List<String>> counties = new TreeMap<>();
            for (String town : towns.keySet())
                counties.computeIfAbsent(
                                town.length() < DIGITS ? "" : town.substring(0, DIGITS), fresh -> new ArrayList<>())
                        .add(town);
            Map<String, String> names = names(layers.townships());
            List<long[]> sums = new ArrayList<>();
            counties.forEach((county, list) -> {
                long[] sum = sum(list.stream().map(towns::get).toList());
                sums.add(sum);
                rows.add(row(county, named(county, names), Level.COUNTY, sum));
                if (!county.isEmpty())
                    for (String town : list)
                        rows.add(row(
                                town,
                                named(town, names),
                                Level.TOWNSHIP,
                                sum(List.of(towns.getOrDefault(town, new long[3])))));
            });
            return new PlanCoverage(
                    open.baseline().asOf(),
                    open.baseline().known(),
                    layers.versions(),
                    unit,
                    places,
                    rows,
                    row(city.code(), Map.of("zh", city.zh(), "en", city.en()), Level.CITY, sum(sums)));
        }
    }

    /** Balanced at the leaves, so that every sum of them adds up. */
    private static Map<String, long[]> inUnit(List<CoverageMaking.Leaf> leaves, AreaUnit unit, int places) {
        long[] flat = leaves.stream()
                .flatMapToLong(leaf -> LongStream.of(leaf.covered(), leaf.uncovered(), leaf.unanswered()))
                .toArray();
        long whole = LongStream.of(flat).sum();
        long[] figures = unit == AreaUnit.M2 ? flat : Apportionment.apportion(flat, unit.steps(whole, places));
        Map<String, long[]> towns = new TreeMap<>();
        IntStream.range(0, leaves.size())
                .forEach(i -> towns.put(
                        leaves.get(i).township(), new long[] {figures[3 * i], figures[3 * i + 1], figures[3 * i + 2]}));
        return towns;
    }

    private static long[] sum(List<long[]> parts) {
        long[] sum = new long[3];
        for (long[] part : parts) for (int i = 0; i < 3; i++) sum[i] = Math.addExact(sum[i], part[i]);
        return sum;
    }

    private static PlanCoverage.Row row(String code, Map<String, String> name, Level level, long[] figures) {
        Share share = Apportionment.shares(figures).getFirst();
        return new PlanCoverage.Row(
                code,
                name.getOrDefault("zh", code),
                name.getOrDefault("en", code),
                level,
                Math.addExact(Math.addExact(figures[0], figures[1]), figures[2]),
                figures[0],
                figures[1],
                figures[2],
                share);
    }

    private static Map<String, String> names(Snapshot townships) {
        Map<String, String> names = new TreeMap<>();
        for (int i = 0; i < townships.size(); i++)
            names.putIfAbsent(
                    PlotRecord.text(townships, i, CoverageGround.TOWNSHIP), PlotRecord.text(townships, i, "XZQMC"));
        return names;
    }

    private Map<String, String> named(String code, Map<String, String> names) {
        if (code.isEmpty()) return Map.of("zh", "乡镇界线以外", "en", "Outside every township");
        Map<String, String> listed = words.division(code);
        String own = names.get(code);
        return listed.getOrDefault("zh", code).equals(code) && own != null && !own.isEmpty()
                ? Map.of("zh", own, "en", own)
                : listed;
    }

    @Override
    public Geometry uncovered(String township, @Nullable LocalDate asOf, @Nullable String known) {
        try (PlotBaseline open = new PlotBaseline(baselines.resolve(asOf, known), store, sight::sees)) {
            Layers layers = layers(open);
            String key = layers.name(file.planned()) + " " + township;
            synchronized (drawn) {
                Geometry found = drawn.get(key);
                if (found != null) return found;
            }
            CoverageGround ground = new CoverageGround(layers.boundary(), file.planned(), layers.townships(), township);
            List<Geometry> parts = ground.in(township);
            if (parts.isEmpty()) throw ProblemAnswer.notFound("plots.coverage-unknown", "division", township);
            Geometry left = GroundShapes.minus(GroundShapes.union(parts), GroundShapes.union(approved(parts, layers)));
            synchronized (drawn) {
                drawn.put(key, left);
            }
            return left;
        }
    }

    private List<Geometry> approved(List<Geometry> parts, Layers layers) {
        return parts.stream()
                .map(Geometry::getEnvelopeInternal)
                .flatMapToInt(box ->
                        IntStream.of(layers.plots().find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())))
                .distinct()
                .sorted()
                .filter(feature -> file.status(PlotRecord.text(layers.plots(), feature, "GHZT")) == PlotStatus.APPROVED)
                .mapToObj(feature -> layers.plots().geometry(feature))
                .toList();
    }
}
