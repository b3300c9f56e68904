package org.cuntu.core.dossier.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cuntu.core.conformity.ReviewRequest;
import org.cuntu.core.conformity.Reviews;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.dossier.Place;
import org.cuntu.core.rules.Project;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What is known of a place: the figures are the review's, what cannot answer is said, and time shows. */
abstract class DossierContract extends Fields {
    private static final Geometry ALL = rectangle(0, 0, 10, 10);

    private void landUse(LocalDate from, String west, String east) {
        release(
                "DLTB",
                from,
                ALL,
                new Drawn(rectangle(0, 0, 5, 10), "BSM", "1", "DLBM", west, "QSXZ", "20"),
                new Drawn(rectangle(5, 0, 10, 10), "BSM", "2", "DLBM", east, "QSXZ", "30"));
    }

    @Test
    void theAreasOfAnAreaAreThoseOfItsReviewAndAddUp() {
        landUse(DAY, "0101", "0301");
        Geometry area = rectangle(2, 2, 9, 9);

        Dossier dossier = dossier(ground(area));

        Dossier.Layer layer = layer(dossier, "DLTB");
        List<String> ofReview = application
                .bean(Reviews.class)
                .review(
                        new ReviewRequest(
                                "",
                                org.cuntu.engine.geometry.Crs.CGCS2000,
                                List.of(plot(area)),
                                new Project("", "", "", null, List.of()),
                                null,
                                null),
                        result -> result.findLayer("DLTB").orElseThrow().leaves().stream()
                                .map(leaf -> leaf.area().toString())
                                .sorted()
                                .toList());
        assertThat(layer.answer()).isEqualTo("CONCERNED");
        assertThat(layer.items()).extracting(Dossier.Item::area).containsExactlyInAnyOrderElementsOf(ofReview);
        Area sum = layer.classes().stream().map(cls -> Area.parse(cls.area())).reduce(Area.ZERO, Area::plus);
        assertThat(sum.toString()).isEqualTo(dossier.subject().legalArea());
    }

    /** 0.1 of a paddy patch is ridge: a class of its own, and the column still adds up. */
    @Test
    void ridgesAreAClassOfTheirOwn() {
        release(
                "DLTB",
                DAY,
                ALL,
                new Drawn(ALL, "BSM", "1", "DLBM", "0101", "QSXZ", "20", "KCXS", new java.math.BigDecimal("0.1000")));

        Dossier dossier = dossier(ground(rectangle(2, 2, 9, 9)));

        List<Dossier.ClassArea> classes = layer(dossier, "DLTB").classes();
        double legal = Double.parseDouble(dossier.subject().legalArea());
        assertThat(classes).extracting(Dossier.ClassArea::cls).containsExactly("0101", "1203");
        assertThat(Double.parseDouble(classes.get(1).area())).isEqualTo(legal * 0.1, within(0.01));
        assertThat(Area.parse(classes.get(0).area())
                        .plus(Area.parse(classes.get(1).area()))
                        .toString())
                .isEqualTo(dossier.subject().legalArea());
    }

    /** JTS cuts the same shapes by another method; F of what it finds, brought to the legal area, is within 0.02 m². */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void theAreasAgreeWithJts(long seed) {
        Random random = new Random(seed);
        List<Drawn> patches = new ArrayList<>();
        for (int i = 0; i < 4; i++)
            for (int j = 0; j < 4; j++)
                patches.add(new Drawn(star(random, 2.5 * i + 1.2, 2.5 * j + 1.2, 1.2), "BSM", i + "" + j));
        release("YJJBNTBHTB", DAY, ALL, patches.toArray(Drawn[]::new));
        Geometry area = star(random, 5, 5, 4);

        Dossier dossier = dossier(ground(area));

        double factor = Double.parseDouble(dossier.subject().legalArea())
                / Site.of(area).integral();
        for (Drawn patch : patches) {
            Geometry common = OverlayNGRobust.overlay(area, patch.shape(), OverlayNG.INTERSECTION);
            double witness = common.isEmpty() || common.getArea() == 0
                    ? 0
                    : Site.of(common).integral() * factor;
            double found = layer(dossier, "YJJBNTBHTB").items().stream()
                    .filter(item -> patch.values()[1].equals(item.values().get("BSM")))
                    .mapToDouble(item -> Double.parseDouble(item.area()))
                    .sum();
            assertThat(found).as("seed %d, patch %s", seed, patch.values()[1]).isEqualTo(witness, within(0.02));
        }
    }

    @Test
    void atAPointTheFeatureUnderItIsToldWithItsValues() {
        landUse(DAY, "0101", "0301");
        release("STBHHX", DAY, ALL, new Drawn(rectangle(0, 0, 3, 3), "HXMC", "天平山"));

        Dossier dossier = dossier(new Place.Point(109.402, 24.302));

        assertThat(layer(dossier, "DLTB").items()).singleElement().satisfies(item -> {
            assertThat(item.cls()).isEqualTo("0101");
            assertThat(item.values()).containsEntry("QSXZ", "20");
        });
        assertThat(layer(dossier, "STBHHX").items())
                .extracting(Dossier.Item::name)
                .containsExactly("天平山");
        assertThat(layer(dossier(new Place.Point(109.406, 24.306)), "STBHHX").answer())
                .isEqualTo("CLEAR");
    }

    @Test
    void onACommonEdgeBothNeighboursAreTold() {
        landUse(DAY, "0101", "0301");

        assertThat(layer(dossier(new Place.Point(109.405, 24.305)), "DLTB").items())
                .extracting(Dossier.Item::cls)
                .containsExactlyInAnyOrder("0101", "0301");
    }

    @Test
    void aLayerThatCannotAnswerIsSaidWithItsReasonAndNeverClear() {
        release("STBHHX", DAY, ALL, new Drawn(rectangle(0, 0, 3, 3), "HXMC", "a"));

        Dossier inside = dossier(new Place.Point(109.402, 24.302));
        Dossier outside = dossier(new Place.Point(109.45, 24.302));

        assertThat(layer(inside, "DLTB").answer()).isEqualTo("NOT_ANSWERED");
        assertThat(layer(inside, "DLTB").reason()).isEqualTo("no-snapshot");
        assertThat(layer(outside, "STBHHX").answer()).isEqualTo("NOT_ANSWERED");
        assertThat(layer(outside, "STBHHX").reason()).isEqualTo("outside-coverage");
        assertThat(layer(dossier(ground(rectangle(8, 1, 12, 2))), "STBHHX").reason())
                .isEqualTo("partly-outside-coverage");
    }

    @Test
    void whatBecameWhatBetweenTwoVersionsAddsUpWithWhatIsUnchanged() {
        landUse(LocalDate.of(2024, 12, 31), "0101", "0301");
        landUse(DAY, "0601", "0301");

        Dossier dossier = dossier(ground(rectangle(0, 0, 10, 10)));

        Dossier.Step step = dossier.changes().getFirst().steps().getFirst();
        assertThat(step.to().inForceFrom()).isEqualTo("2025-12-31");
        assertThat(step.moves()).singleElement().satisfies(move -> {
            assertThat(move.was() + " " + move.is()).isEqualTo("0101 0601");
            assertThat(Area.parse(move.area())
                            .plus(Area.parse(step.unchanged()))
                            .toString())
                    .isEqualTo(dossier.subject().legalArea());
        });
        assertThat(dossier(new Place.Point(109.402, 24.302))
                        .changes()
                        .getFirst()
                        .steps()
                        .getFirst()
                        .moves())
                .containsExactly(new Dossier.Move("0101", "0601", null));
        assertThat(dossier(ground(rectangle(6, 1, 9, 9))).changes()).isEmpty();
    }

    @Test
    void anEarlierDateKnowsNothingOfWhatCameLater() {
        landUse(LocalDate.of(2024, 12, 31), "0101", "0301");
        landUse(DAY, "0601", "0301");

        Dossier dossier = dossiers.of(new Place.Point(109.402, 24.302), LocalDate.of(2025, 6, 30), null, REVIEWER);

        assertThat(layer(dossier, "DLTB").items()).extracting(Dossier.Item::cls).containsExactly("0101");
        assertThat(dossier.changes()).isEmpty();
    }

    @Test
    void aLineThatCameIsAChangeToo() {
        release("STBHHX", LocalDate.of(2023, 1, 1), ALL, new Drawn(rectangle(8, 8, 9, 9), "HXMC", "a"));
        release("STBHHX", DAY, ALL, new Drawn(rectangle(0, 0, 3, 3), "HXMC", "b"));

        assertThat(dossier(ground(rectangle(1, 1, 5, 5)))
                        .changes()
                        .getFirst()
                        .steps()
                        .getFirst()
                        .moves())
                .extracting(move -> move.was() + ">" + move.is())
                .containsExactly(">b");
    }

    @Test
    void storedReviewsThatMeetThePlaceAreTheThereAndThoseThatOnlyTouchItAreNot() {
        landUse(DAY, "0101", "0301");
        String inside = review("inside", rectangle(1, 1, 2, 2));
        review("beside", rectangle(4, 1, 6, 2));
        review("far", rectangle(8, 8, 9, 9));

        List<Dossier.Review> reviews = dossier(ground(rectangle(1, 1, 4, 3))).reviews();

        assertThat(reviews).singleElement().satisfies(review -> {
            assertThat(review.id()).isEqualTo(inside);
            assertThat(Double.parseDouble(review.area()))
                    .isEqualTo(Site.of(rectangle(1, 1, 2, 2)).integral(), within(0.01));
        });
        assertThat(dossier(new Place.Point(109.4015, 24.3015)).reviews())
                .extracting(Dossier.Review::id)
                .containsExactly(inside);
    }

    @Test
    void whoMayNotSeeReviewsIsToldSoAndSeesNone() {
        landUse(DAY, "0101", "0301");
        review("inside", rectangle(1, 1, 2, 2));
        User other = User.of("o", "o", List.of("dossier:*:read", "onemap:layer:read"), 2);

        assertThat(dossiers.of(new Place.Point(109.4015, 24.3015), null, null, other)
                        .reviews())
                .isNull();
    }

    @Test
    void aFeatureIsAPlaceWithItsOwnOutlineAndMeetsItselfWhole() {
        String hash = release("STBHHX", DAY, ALL, new Drawn(star(new Random(7), 5, 5, 4), "HXMC", "天平山"));

        Dossier dossier = dossier(new Place.OneFeature("STBHHX", hash, 0));

        assertThat(dossier.subject().name()).isEqualTo("天平山");
        assertThat(layer(dossier, "STBHHX").area()).isEqualTo(dossier.subject().legalArea());
        assertThatThrownBy(() -> dossier(new Place.OneFeature("STBHHX", hash, 1)))
                .isInstanceOf(ProblemAnswer.class)
                .hasMessage("404 onemap.unknown-feature");
        assertThatThrownBy(() -> dossier(new Place.OneFeature("DLTB", hash, 0)))
                .hasMessage("404 onemap.unknown-snapshot");
    }

    @Test
    void theRulesThatReadALayerHereAreToldWithWhatTheyFind() {
        release("STBHHX", DAY, ALL, new Drawn(rectangle(0, 0, 3, 3), "HXMC", "a"));

        Dossier dossier = dossier(ground(rectangle(1, 1, 2, 2)));

        assertThat(dossier.rules())
                .filteredOn(rule -> rule.rule().equals("ecological-red-line"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.finds()).isEqualTo("FAIL"));
    }

    @Test
    void aDateThatIsToComeIsRefused() {
        assertThatThrownBy(() -> dossiers.of(new Place.Point(109.4, 24.3), null, "2999-01-01", REVIEWER))
                .isInstanceOf(InputRefused.class);
    }
}
