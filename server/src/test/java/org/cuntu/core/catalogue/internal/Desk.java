package org.cuntu.core.catalogue.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cuntu.core.catalogue.Coverage;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.quality.CheckRun;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.LayerSchema;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.home.InForce;
import org.cuntu.platform.identity.Organisation.Division;
import org.jspecify.annotations.Nullable;

/** A small city on paper: two counties of 100 m² each, deliveries with what they cover and how they were checked. */
final class Desk {
    static final Division EAST = division("450202");
    static final Division WEST = division("450203");
    static final InForce ALWAYS = new InForce(LocalDate.of(2000, 1, 1), null, null);

    private final LocalDate today;
    private final Map<String, List<ReleaseEntry>> releases = new HashMap<>();
    private final Map<String, Coverage> coverages = new HashMap<>();
    private final Map<String, CheckRun> runs = new HashMap<>();
    private final List<String> layers = new ArrayList<>();
    private final List<String> ended = new ArrayList<>();

    Desk(String today, String... layers) {
        this.today = LocalDate.parse(today);
        this.layers.addAll(List.of(layers));
    }

    private static Division division(String code) {
        return new Division(code, code, code, code, ALWAYS);
    }

    /**
     * A delivery of both counties, known at noon of a day in the city.
     *
     * @param hash a name for it
     */
    Desk delivers(String layer, String hash, String inForceFrom, String knownOn) {
        return delivers(layer, hash, inForceFrom, knownOn, 100, 100);
    }

    /** The same, covering so many m² of each county. */
    Desk delivers(String layer, String hash, String inForceFrom, String knownOn, int east, int west) {
        Instant known = Instant.parse(knownOn + "T04:00:00Z");
        releases.computeIfAbsent(layer, code -> new ArrayList<>())
                .add(new ReleaseEntry(
                        UUID.nameUUIDFromBytes(hash.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        layer,
                        ReleaseEntry.Act.RELEASE,
                        hash,
                        LocalDate.parse(inForceFrom),
                        null,
                        null,
                        known,
                        1,
                        null,
                        false,
                        "",
                        "x"));
        coverages.put(hash, new Coverage(area(200), area(east + west), List.of(part(EAST, east), part(WEST, west))));
        return this;
    }

    Desk withdraws(String layer, String hash, String knownOn) {
        List<ReleaseEntry> all = releases.getOrDefault(layer, new ArrayList<>());
        UUID target = all.stream()
                .filter(each -> hash.equals(each.hash()))
                .findFirst()
                .orElseThrow()
                .id();
        all.add(new ReleaseEntry(
                UUID.randomUUID(),
                layer,
                ReleaseEntry.Act.WITHDRAWAL,
                null,
                null,
                null,
                target,
                Instant.parse(knownOn + "T04:00:00Z"),
                0,
                null,
                false,
                "",
                "x"));
        return this;
    }

    /** Nothing of the layer is in force any more. */
    Desk ends(String layer) {
        ended.add(layer);
        return this;
    }

    Desk scores(String hash, double score) {
        return scores(hash, score, null, "2020-01-01");
    }

    Desk scores(String hash, double score, @Nullable String by, String checkedOn) {
        runs.put(
                hash,
                new CheckRun(
                        UUID.randomUUID(),
                        "",
                        hash,
                        today,
                        by,
                        1,
                        0,
                        0,
                        score,
                        Instant.parse(checkedOn + "T04:00:00Z"),
                        List.of()));
        return this;
    }

    private static Area area(int squareMetres) {
        return Area.ofSquareMetres(squareMetres);
    }

    private static Coverage.Part part(Division county, int covered) {
        return new Coverage.Part(county.code(), area(100), area(covered));
    }

    Question question() {
        return question(null, List.of(EAST, WEST));
    }

    /** @param knownOn K is the end of this day; null: all that is known */
    Question question(@Nullable String knownOn, List<Division> counties) {
        Instant asked = knownOn == null ? null : Instant.parse(knownOn + "T15:59:59Z");
        Instant known = asked == null ? Instant.parse("2100-01-01T00:00:00Z") : asked;
        List<Baseline.Layer> baseline =
                layers.stream().map(code -> layer(code, known)).toList();
        return new Question(
                new Baseline(today, known, asked, baseline),
                counties,
                new Dated.Thresholds(90, 9990, Period.ofYears(1), ALWAYS),
                code -> releases.getOrDefault(code, List.of()),
                hash -> Optional.ofNullable(coverages.get(hash)),
                hash -> Optional.ofNullable(runs.get(hash)));
    }

    private Baseline.Layer layer(String code, Instant known) {
        SnapshotRef inForce = ended.contains(code)
                ? null
                : LayerLog.of(releases.getOrDefault(code, List.of()), known).deliveries(today).stream()
                        .max(java.util.Comparator.comparing(LayerLog::from))
                        .map(each -> new SnapshotRef(
                                code, LayerLog.hash(each), LayerLog.from(each), null, each.knownFrom(), false, ""))
                        .orElse(null);
        return new Baseline.Layer(entry(code, null), inForce, null);
    }

    static LayerEntry entry(String code, @Nullable Period freshness) {
        LayerSchema schema = new LayerSchema(code, LayerKind.COVERAGE, List.of(), null, null);
        return new LayerEntry(schema, "survey", code, code, "", 1, false, freshness, LayerEntry.Slivers.DEFAULT);
    }
}
