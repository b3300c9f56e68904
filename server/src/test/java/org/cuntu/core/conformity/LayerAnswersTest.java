package org.cuntu.core.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.core.conformity.FlatGround.box;

import java.util.stream.Collectors;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** What a layer says of a site of 100 m × 100 m. */
class LayerAnswersTest {
    private static final Geometry SITE = box(0, 0, 100, 100);

    @Test
    void redLineInsideTheSiteIsConcerned() {
        assertThat(answer(red(box(90, 0, 200, 100))))
                .isEqualTo("CONCERNED 1000.00 | piece 1000.00 10.00 | rest 9000.00 90.00");
    }

    @Test
    void redLineThatOnlyTouchesIsNamedButNotConcerned() {
        LayerResult layer = red(box(100, 0, 200, 100));

        assertThat(answer(layer)).isEqualTo("CLEAR 0.00 | rest 10000.00 100.00");
        assertThat(layer.touches()).containsExactly(new LayerResult.Touch(0, 0));
    }

    @Test
    void stripBelowOneSquareMetreIsASliverAFactThatStaysInTheSum() {
        LayerResult layer = red(box(99.995, 0, 200, 100));

        assertThat(answer(layer)).isEqualTo("CONCERNED 0.50 | piece 0.50 0.01 sliver | rest 9999.50 99.99");
        assertThat(layer.slivers().count()).isEqualTo(1);
    }

    @Test
    void compactPieceBelowOneSquareMetreIsNoSliver() {
        assertThat(answer(red(box(99.1, 99.1, 200, 200)))).startsWith("CONCERNED 0.81");
    }

    @Test
    void sliversAboveOneHundredSquareMetresTogetherAreSeen() {
        FlatGround ground = FlatGround.with("STBHHX").plot(SITE, 10_000);
        for (int i = 0; i < 120; i++) ground.feature("STBHHX", box(i * 0.5, 0, i * 0.5 + 0.009, 99));
        LayerResult layer = ground.review().layers().getFirst();

        assertThat(layer.slivers().count()).isEqualTo(120);
        assertThat(layer.sliversSeen()).isTrue();
        assertThat(layer.answer()).isEqualTo(LayerAnswer.CONCERNED);
    }

    @Test
    void siteOutsideTheCoverageIsNotAnsweredNeverClear() {
        FlatGround ground = FlatGround.with("STBHHX").plot(SITE).coverage("STBHHX", box(500, 0, 600, 100));

        assertThat(answer(ground)).isEqualTo("NOT_ANSWERED outside-coverage 0.00 | outside-coverage 10000.00 100.00");
    }

    @Test
    void siteAcrossTheCoverageIsNotAnsweredAndShowsWhatIsInside() {
        FlatGround ground = FlatGround.with("STBHHX")
                .plot(SITE)
                .coverage("STBHHX", box(-500, 0, 60, 100))
                .feature("STBHHX", box(0, 0, 20, 100));

        assertThat(answer(ground))
                .isEqualTo("NOT_ANSWERED partly-outside-coverage 2000.00 | piece 2000.00 20.00 | rest 4000.00 40.00 |"
                        + " outside-coverage 4000.00 40.00");
    }

    @Test
    void gapInACoverageIsAFault() {
        FlatGround ground = FlatGround.with("DLTB").plot(SITE).feature("DLTB", box(0, 0, 99, 100), "DLBM", "0101");

        assertThat(answer(ground)).isEqualTo("NOT_ANSWERED fault 9900.00 | piece 9900.00 99.00 | rest 100.00 1.00");
    }

    @Test
    void overlapBeyondTheLimitIsAFaultAndThePiecesAreNotScaled() {
        FlatGround ground = FlatGround.with("DLTB")
                .plot(SITE)
                .feature("DLTB", box(0, 0, 60, 100), "DLBM", "0101")
                .feature("DLTB", box(50, 0, 100, 100), "DLBM", "0103");

        assertThat(answer(ground)).isEqualTo("NOT_ANSWERED fault 11000.00 | piece 6000.00 60.00 | piece 5000.00 50.00");
    }

    @Test
    void overlapWithinTheLimitIsScaledAwayAndSaid() {
        FlatGround ground = FlatGround.with("DLTB")
                .plot(SITE)
                .feature("DLTB", box(0, 0, 50, 100), "DLBM", "0101")
                .feature("DLTB", box(49.99991, 0, 100, 100), "DLBM", "0103");
        ReviewResult review = ground.review();

        assertThat(answer(review.layers().getFirst()))
                .startsWith("CONCERNED 10000.00 | piece 5000.00")
                .contains("piece 5000.00");
        assertThat(review.notes()).extracting(ReviewResult.Note::code).containsExactly("overlap-scaled");
    }

    @Test
    void miningRightsOverOneAnotherAreEachRoundedAndCountedOnceTogether() {
        FlatGround ground = FlatGround.with("CKQ")
                .plot(SITE)
                .feature("CKQ", box(0, 0, 60, 100))
                .feature("CKQ", box(50, 0, 100, 100));

        assertThat(answer(ground)).isEqualTo("CONCERNED 10000.00 | piece 6000.00 60.00 | piece 5000.00 50.00");
    }

    @Test
    void missingSnapshotAndStaleSnapshotAreNotAsked() {
        FlatGround ground = FlatGround.with("DLTB", "CKQ")
                .plot(SITE)
                .feature("CKQ", box(0, 0, 60, 100))
                .silent("DLTB", NotAnsweredReason.NO_SNAPSHOT)
                .silent("CKQ", NotAnsweredReason.STALE);

        assertThat(ground.review().layers())
                .extracting(LayerAnswersTest::answer)
                .containsExactly("NOT_ANSWERED no-snapshot 0.00", "NOT_ANSWERED stale 0.00");
    }

    @Test
    void siteOutsideTheCoverageOfAStaleLayerIsToldThatNotItsAge() {
        FlatGround ground = FlatGround.with("CKQ", "TKQ")
                .plot(SITE)
                .coverage("CKQ", box(500, 0, 600, 100))
                .coverage("TKQ", box(50, 0, 600, 100))
                .silent("CKQ", NotAnsweredReason.STALE)
                .silent("TKQ", NotAnsweredReason.STALE);

        assertThat(ground.review().layers())
                .extracting(LayerAnswersTest::answer)
                .containsExactly(
                        "NOT_ANSWERED outside-coverage 0.00 | outside-coverage 10000.00 100.00",
                        "NOT_ANSWERED stale 0.00");
    }

    @Test
    void leavesAddUpToTheLegalAreaOfEachPlotNotToTheIntegral() {
        FlatGround ground = FlatGround.with("STBHHX")
                .plot(SITE, 10_000.04)
                .plot(box(200, 0, 300, 50), 4_999.99)
                .feature("STBHHX", box(0, 0, 33.3333, 100))
                .feature("STBHHX", box(250, 0, 300, 50));
        LayerResult layer = ground.review().layers().getFirst();

        assertThat(sumOf(layer, 0)).isEqualTo(1_000_004);
        assertThat(sumOf(layer, 1)).isEqualTo(499_999);
    }

    @Test
    void longEdgesAreNoted() {
        ReviewResult review = FlatGround.with("STBHHX").plot(SITE, 10_002).review();

        assertThat(review.factor()).isEqualTo("1.000200000");
        assertThat(review.notes()).extracting(ReviewResult.Note::code).containsExactly("long-edges");
    }

    private static long sumOf(LayerResult layer, int plot) {
        return layer.leaves().stream()
                .filter(l -> l.plot() == plot)
                .mapToLong(l -> l.area().hundredths())
                .sum();
    }

    private static LayerResult red(Geometry line) {
        return FlatGround.with("STBHHX")
                .plot(SITE)
                .feature("STBHHX", line)
                .review()
                .layers()
                .getFirst();
    }

    private static String answer(FlatGround ground) {
        return answer(ground.review().layers().getFirst());
    }

    private static String answer(LayerResult layer) {
        String leaves = layer.leaves().stream()
                .map(l -> " | " + l.kind().code() + " " + l.area() + " " + l.share() + (l.sliver() ? " sliver" : ""))
                .collect(Collectors.joining());
        String reason = layer.reason() == null ? "" : " " + layer.reason().code();
        return layer.answer() + reason + " " + layer.area() + leaves;
    }
}
