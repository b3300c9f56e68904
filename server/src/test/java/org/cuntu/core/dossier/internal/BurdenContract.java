package org.cuntu.core.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cuntu.core.dossier.Burdens;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.engine.overlay.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The inverse: what lies in a line is what a comparison of all pairs finds, sorted, paged, with what cannot answer. */
abstract class BurdenContract extends Fields {
    private static final Geometry ALL = rectangle(0, 0, 40, 40);

    private Burdens burdens(BurdenAsked asked, String sort, int page) {
        return application.bean(BurdenMaking.class).of(asked, sort, page, REVIEWER);
    }

    private static BurdenAsked whole(String layer, String... against) {
        return new BurdenAsked(layer, null, -1, null, "", List.of(against), null, null);
    }

    private static BurdenAsked one(String layer, String hash, int feature) {
        return new BurdenAsked(layer, hash, feature, null, "", List.of(), null, null);
    }

    private List<Drawn> plots(Random random, int count) {
        List<Drawn> plots = new ArrayList<>();
        for (int i = 0; i < count; i++)
            plots.add(new Drawn(
                    star(random, 2 * (i % 20) + 1, 2 * (i / 20) + 1, 0.9),
                    "BSM",
                    String.valueOf(i),
                    "DKBH",
                    "A-" + i,
                    "YDYHFLDM",
                    "1001"));
        return plots;
    }

    /** Every pair by JTS, F of what it finds. */
    private static Map<String, Double> bruteForce(List<Geometry> lines, List<Drawn> plots) {
        Map<String, Double> found = new TreeMap<>();
        for (int line = 0; line < lines.size(); line++)
            for (Drawn plot : plots) {
                Geometry common = OverlayNGRobust.overlay(lines.get(line), plot.shape(), OverlayNG.INTERSECTION);
                if (common.getArea() > 0) {
                    double area = Site.of(common).integral();
                    if (area >= 0.005) found.put(line + " " + plot.values()[1], area);
                }
            }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePairsAreThoseOfComparingAll(long seed) {
        Random random = new Random(seed);
        List<Geometry> lines = List.of(star(random, 12, 12, 11), star(random, 30, 12, 9));
        List<Drawn> plots = plots(random, 300);
        release("STBHHX", DAY, ALL, new Drawn(lines.get(0), "HXMC", "0"), new Drawn(lines.get(1), "HXMC", "1"));
        release("KGDK", DAY, ALL, plots.toArray(Drawn[]::new));

        Map<String, Double> found = new TreeMap<>();
        burdens(whole("STBHHX"), "area", -1)
                .rows()
                .forEach(row -> found.put(row.ofName() + " " + row.code(), Double.parseDouble(row.area())));

        Map<String, Double> expected = bruteForce(lines, plots);
        assertThat(found.keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
        expected.forEach((pair, area) ->
                assertThat(found.get(pair)).as("seed %d, %s", seed, pair).isEqualTo(area, within(0.011)));
    }

    @Test
    void aPlotInAHoleOfTheLineIsNotBurdened() {
        Geometry ring = rectangle(0, 0, 10, 10).difference(rectangle(3, 3, 7, 7));
        String hash = release("STBHHX", DAY, ALL, new Drawn(ring, "HXMC", "a"));
        release(
                "KGDK",
                DAY,
                ALL,
                new Drawn(rectangle(4, 4, 6, 6), "DKBH", "in the hole", "YDYHFLDM", "1001"),
                new Drawn(rectangle(1, 1, 2, 2), "DKBH", "in the line", "YDYHFLDM", "1001"),
                new Drawn(rectangle(10, 1, 12, 2), "DKBH", "beside it", "YDYHFLDM", "1001"));

        Burdens burdens = burdens(one("STBHHX", hash, 0), "area", 0);

        assertThat(burdens.rows()).extracting(Burdens.Row::name).containsExactly("in the line");
        assertThat(burdens.rows().getFirst().share()).isEqualTo("100.00");
    }

    @Test
    void rowsAreSortedAndPagedAndTheSumIsThatOfTheRows() {
        release("STBHHX", DAY, ALL, new Drawn(ALL, "HXMC", "a"));
        release("KGDK", DAY, ALL, plots(new Random(9), 230).toArray(Drawn[]::new));

        List<Burdens.Row> rows = new ArrayList<>();
        for (int page = 0; page < 3; page++)
            rows.addAll(burdens(whole("STBHHX"), "area", page).rows());

        assertThat(rows)
                .hasSize(230)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(Double.parseDouble(b.area()), Double.parseDouble(a.area())));
        long sum = rows.stream()
                .mapToLong(row -> Math.round(Double.parseDouble(row.area()) * 100))
                .sum();
        Burdens last = burdens(whole("STBHHX"), "name", 2);
        assertThat(last.rows()).hasSize(30);
        assertThat(last.targets())
                .filteredOn(target -> target.layer().equals("KGDK"))
                .singleElement()
                .satisfies(target -> assertThat(Math.round(Double.parseDouble(target.area()) * 100))
                        .isEqualTo(sum));
    }

    @Test
    void featuresAreTakenByTheValueOfAField() {
        release(
                "GHFQ",
                DAY,
                ALL,
                new Drawn(rectangle(0, 0, 10, 40), "GHFQDM", "100"),
                new Drawn(rectangle(10, 0, 40, 40), "GHFQDM", "1001"));
        release("KGDK", DAY, ALL, new Drawn(rectangle(9, 1, 12, 2), "DKBH", "a", "YDYHFLDM", "1001"));

        Burdens burdens =
                burdens(new BurdenAsked("GHFQ", null, -1, "GHFQDM", "100", List.of("KGDK"), null, null), "area", 0);

        assertThat(burdens.of().features()).isEqualTo(1);
        assertThat(Double.parseDouble(burdens.rows().getFirst().share())).isEqualTo(33.33, within(0.05));
    }

    @Test
    void aLayerThatCannotAnswerIsNamedWithItsReason() {
        release("STBHHX", DAY, ALL, new Drawn(ALL, "HXMC", "a"));

        assertThat(burdens(whole("STBHHX"), "area", 0).targets())
                .filteredOn(target -> target.layer().equals("KGDK"))
                .extracting(Burdens.Target::reason)
                .containsExactly("no-snapshot");
    }

    @Test
    void storedReviewsThatItLiesOnAreListedOnceWithTheWholeCommonArea() {
        release(
                "STBHHX",
                DAY,
                ALL,
                new Drawn(rectangle(0, 0, 2, 2), "HXMC", "a"),
                new Drawn(rectangle(2, 0, 4, 2), "HXMC", "b"));
        String id = review("both", rectangle(1, 0, 3, 1));
        review("none", rectangle(8, 8, 9, 9));

        List<Dossier.Review> reviews = burdens(whole("STBHHX"), "area", 0).reviews();

        assertThat(reviews).singleElement().satisfies(review -> {
            assertThat(review.id()).isEqualTo(id);
            assertThat(Double.parseDouble(review.area()))
                    .isEqualTo(Site.of(rectangle(1, 0, 3, 1)).integral(), within(0.02));
        });
    }
}
