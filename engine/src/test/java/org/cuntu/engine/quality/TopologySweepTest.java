package org.cuntu.engine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.quality.Layers.area;
import static org.cuntu.engine.quality.Layers.name;
import static org.cuntu.engine.quality.Layers.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.matrix.Effort;
import org.cuntu.engine.matrix.FeatureFilter;
import org.cuntu.engine.matrix.JaggedCells;
import org.cuntu.engine.matrix.Watch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Polygon;

/** Places are in thousandths of a degree; a cell of one by one is about 100 m wide. */
class TopologySweepTest {
    private static final TopologyCheck OVERLAP = new TopologyCheck.Overlap(0.01);
    private static final TopologyCheck GAP = new TopologyCheck.Gap(0.01, Double.POSITIVE_INFINITY);
    private static final double CLOSE = 2e-5;

    @TempDir
    Path folder;

    private Layers layers;

    @BeforeEach
    void open() {
        layers = new Layers(folder);
    }

    @AfterEach
    void close() {
        layers.close();
    }

    @Test
    void seamlessSurveyHasNothingWrong() {
        Snapshot survey = layers.of(box(0, 0, 20, 20), new JaggedCells(20, 20, 8, 5).patches());
        assertThat(sweep(
                        survey,
                        OVERLAP,
                        GAP,
                        new TopologyCheck.Invalid(),
                        new TopologyCheck.PointTwice(),
                        new TopologyCheck.SinglePart(),
                        new TopologyCheck.Within(box(0, 0, 20, 20), 0.01)))
                .isEmpty();
    }

    @Test
    void overlapIsTheGroundThatTwoPatchesHaveInCommon() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 6, 10), box(5, 0, 10, 10));
        assertThat(sweep(layer, OVERLAP)).singleElement().satisfies(found -> {
            assertThat(found.area()).isCloseTo(area(box(5, 0, 6, 10)), within(CLOSE));
            assertThat(found.outline()).isNotNull();
            assertThat(found.outline().norm().equalsExact(box(5, 0, 6, 10).norm(), 1e-12))
                    .isTrue();
            assertThat(List.of(name(layer, found.feature()), name(layer, found.other())))
                    .containsExactlyInAnyOrder("P0", "P1");
        });
    }

    @Test
    void samePatchDeliveredTwiceOverlapsWhole() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 5, 10), box(5, 0, 10, 10), box(5, 0, 10, 10));
        assertThat(sweep(layer, OVERLAP, GAP)).singleElement().satisfies(found -> assertThat(found.area())
                .isCloseTo(area(box(5, 0, 10, 10)), within(1e-4)));
    }

    @Test
    void overlapUnderTheLimitIsNotFound() {
        // 1e-9 degree wide: 0.0001 m on 1 km, 0.11 m²
        Polygon east = polygon(4.999999, 0, 10, 0, 10, 10, 4.999999, 10);
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 5, 10), east);
        assertThat(sweep(layer, new TopologyCheck.Overlap(0.2))).isEmpty();
        assertThat(sweep(layer, new TopologyCheck.Overlap(0.05))).hasSize(1);
    }

    @Test
    void missingPatchIsAGapBetweenItsNeighbours() {
        JaggedCells cells = new JaggedCells(6, 6, 8, 11);
        List<Feature> features = new ArrayList<>();
        cells.patches().forEach(features::add);
        features.remove(14);
        Snapshot layer = layers.of(box(0, 0, 6, 6), features);
        assertThat(sweep(layer, GAP, OVERLAP)).singleElement().satisfies(found -> {
            assertThat(found.area()).isCloseTo(area(cells.cell(2, 2)), within(CLOSE));
            assertThat(found.outline().norm().equalsExact(cells.cell(2, 2).norm(), 1e-12))
                    .isTrue();
            assertThat(List.of("P8", "P13", "P15", "P20"))
                    .contains(name(layer, found.feature()), name(layer, found.other()));
        });
    }

    @Test
    void gapMayLieAtTheEdgeOfTheCoverage() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 10, 4), box(0, 4, 9, 10));
        assertThat(sweep(layer, GAP)).singleElement().satisfies(found -> assertThat(found.area())
                .isCloseTo(area(box(9, 4, 10, 10)), within(CLOSE)));
    }

    @Test
    void coverageWithoutFeaturesIsOneGap() {
        Snapshot layer = layers.of(box(0, 0, 10, 10));
        assertThat(sweep(layer, GAP)).singleElement().satisfies(found -> assertThat(found.area())
                .isCloseTo(area(box(0, 0, 10, 10)), within(1e-3)));
    }

    @Test
    void cornerOfOnePatchOnTheEdgeOfAnotherMakesNoGap() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 5, 10), box(5, 0, 10, 4), box(5, 4, 10, 10));
        assertThat(sweep(layer, GAP, OVERLAP)).isEmpty();
    }

    @Test
    void patchBeyondTheCoverageIsNoGap() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(-2, 0, 5, 10), box(5, 0, 10, 10));
        assertThat(sweep(layer, GAP)).isEmpty();
    }

    @Test
    void narrowGapIsFoundByItsWidth() {
        // 1e-6 degree, about 0.1 m, and 1e-4 degree, about 10 m
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 5, 10), box(5.001, 0, 8, 10), box(8.1, 0, 10, 10));
        assertThat(sweep(layer, new TopologyCheck.Gap(0.01, 0.2)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.length()).isBetween(0.09, 0.11);
                    assertThat(found.area()).isCloseTo(area(box(5, 0, 5.001, 10)), within(CLOSE));
                });
        assertThat(sweep(layer, GAP)).hasSize(2);
    }

    @Test
    void gapsOfALayerThatSharesNoCornersAreUndecidedAndNotDenied() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 5, 9));
        List<TopologyFinding> found = new ArrayList<>();
        TopologySweep.run(layer, List.of(GAP), Layers.ALONE, 3, found::add);
        assertThat(found).singleElement().matches(TopologyFinding::isUndecided);
    }

    @Test
    void bowTieIsNamedWithThePlaceWhereItCrosses() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), polygon(0, 0, 4, 4, 4, 0, 0, 4));
        assertThat(sweep(layer, new TopologyCheck.Invalid())).singleElement().satisfies(found -> {
            assertThat(found.measure()).isEqualTo(Defect.Kind.SELF_CROSSING.ordinal());
            assertThat(found.x()).isCloseTo(109.002, within(1e-9));
            assertThat(found.y()).isCloseTo(24.002, within(1e-9));
        });
    }

    @Test
    void spikeIsASharpCornerWithLongSides() {
        // 0.02 wide and 2 long: 0.57 degrees
        Polygon spiked = polygon(0, 0, 4, 0, 4, 1.99, 6, 2, 4, 2.01, 4, 4, 0, 4);
        Snapshot layer = layers.of(box(0, 0, 10, 10), spiked);
        assertThat(sweep(layer, new TopologyCheck.Spike(5, 0.5)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.x()).isEqualTo(109.006);
                    assertThat(found.measure()).isBetween(0.5, 0.7);
                });
        assertThat(sweep(layer, new TopologyCheck.Spike(5, 500))).isEmpty();
    }

    @Test
    void pointIsDrawnTwiceOrTooNear() {
        // 0.0002 is about 0.02 m
        Polygon shape = polygon(0, 0, 4, 0, 4, 0, 4, 4, 3.9998, 4, 0, 4);
        Snapshot layer = layers.of(box(0, 0, 10, 10), shape);
        assertThat(sweep(layer, new TopologyCheck.PointTwice()))
                .singleElement()
                .satisfies(found -> assertThat(found.x()).isEqualTo(109.004));
        assertThat(sweep(layer, new TopologyCheck.PointsNear(0.05)))
                .singleElement()
                .satisfies(found -> assertThat(found.length()).isBetween(0.019, 0.022));
    }

    @Test
    void patchOfTwoPartsIsNotSingle() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), Ground.both(box(0, 0, 1, 1), box(5, 5, 6, 6)), box(2, 2, 3, 3));
        assertThat(sweep(layer, new TopologyCheck.SinglePart())).singleElement().satisfies(found -> {
            assertThat(found.measure()).isEqualTo(2);
            assertThat(name(layer, found.feature())).isEqualTo("P0");
        });
    }

    @Test
    void sliverIsNarrowOnTheWhole() {
        // 0.001 is about 0.1 m
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 0.001, 5), box(1, 0, 5, 5));
        assertThat(sweep(layer, new TopologyCheck.Sliver(0.2, 0)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.length()).isBetween(0.09, 0.11);
                    assertThat(found.area()).isCloseTo(area(box(0, 0, 0.001, 5)), within(CLOSE));
                });
    }

    @Test
    void verticesAreCountedWithoutTheClosingOne() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 1, 1), polygon(2, 0, 3, 0, 3, 1, 2.5, 2, 2, 1));
        assertThat(sweep(layer, new TopologyCheck.Vertices(4)))
                .singleElement()
                .satisfies(found -> assertThat(found.measure()).isEqualTo(5));
    }

    @Test
    void whatLiesOutsideTheDivisionIsMeasured() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 5, 5), box(5, 0, 8, 5));
        assertThat(sweep(layer, new TopologyCheck.Within(box(0, 0, 6, 10), 0.01)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.area()).isCloseTo(area(box(6, 0, 8, 5)), within(CLOSE));
                    assertThat(name(layer, found.feature())).isEqualTo("P1");
                });
    }

    @Test
    void controlLinesOfTwoLayersMayNotMeet() {
        Snapshot red = layers.of(box(0, 0, 10, 10), box(0, 0, 5, 5));
        Snapshot town = layers.of(box(0, 0, 10, 10), box(4, 4, 9, 9), box(5, 0, 9, 4));
        TopologyCheck clear = new TopologyCheck.ClearOf(town, FeatureFilter.all(), 0.01);
        assertThat(sweep(red, clear)).singleElement().satisfies(found -> {
            assertThat(found.area()).isCloseTo(area(box(4, 4, 5, 5)), within(CLOSE));
            assertThat(name(town, found.other())).isEqualTo("P0");
        });
    }

    @Test
    void coverThatOverlapsItselfDoesNotHideBareGround() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(0, 0, 4, 4));
        // two covers of three quarters each, the one on the other in a half: their sum is more than the patch
        Snapshot cover = layers.of(box(0, 0, 10, 10), box(0, 0, 4, 3), box(0, 0, 3, 3));
        TopologyCheck covered = new TopologyCheck.CoveredBy(cover, FeatureFilter.all(), 0.01);
        assertThat(sweep(layer, covered)).singleElement().satisfies(found -> assertThat(found.area())
                .isCloseTo(area(box(0, 3, 4, 4)), within(CLOSE)));
    }

    @Test
    void patchUnderSeveralIsCovered() {
        Snapshot layer = layers.of(box(0, 0, 10, 10), box(1, 1, 4, 4));
        Snapshot cover = layers.of(box(0, 0, 10, 10), box(0, 0, 2, 10), box(2, 0, 10, 10));
        assertThat(sweep(layer, new TopologyCheck.CoveredBy(cover, FeatureFilter.all(), 0.01)))
                .isEmpty();
    }

    @Test
    void bordersOfTwoUnitsAgreeOrAreNamedWithTheirDistance() {
        Snapshot own = layers.of(box(0, 0, 5, 10), box(0, 0, 5, 5), box(0, 5, 5, 10));
        // its corner at the north stands off by 0.002, some 0.2 m
        Snapshot next = layers.of(box(5, 0, 10, 10), box(5, 0, 10, 5), polygon(5, 5, 10, 5, 10, 10, 5.002, 10));
        TopologyCheck check = new TopologyCheck.EdgesMatch(next, FeatureFilter.all(), 0.001, 1);
        assertThat(sweep(own, check)).singleElement().satisfies(found -> {
            assertThat(found.length()).isBetween(0.19, 0.21);
            assertThat(name(own, found.feature())).isEqualTo("P1");
            assertThat(name(next, found.other())).isEqualTo("P1");
        });
    }

    @Test
    void findingsDoNotDependOnTheNumberOfThreads() {
        List<Feature> features = new ArrayList<>();
        new JaggedCells(30, 30, 6, 3).patches().forEach(features::add);
        for (int i = 700; i > 0; i -= 37) features.remove(i);
        for (int i = 1; i < 30; i += 3) features.add(Ground.patch(box(i, i, i + 0.3, i + 0.4), "X" + i, "0101", i));
        Snapshot layer = layers.of(box(0, 0, 30, 30), features);
        List<String> alone = said(sweep(layer, OVERLAP, GAP));
        assertThat(alone).hasSizeGreaterThan(20);
        assertThat(said(sweep(layer, new Effort(4, Watch.NONE), OVERLAP, GAP))).isEqualTo(alone);
    }

    private static List<String> said(List<TopologyFinding> findings) {
        return findings.stream()
                .map(f -> f.check() + " " + f.feature() + " " + f.other() + " " + f.area() + " " + f.outline())
                .toList();
    }

    @Test
    void sweepStopsWhenItIsCancelled() {
        Snapshot layer = layers.of(box(0, 0, 20, 20), new JaggedCells(20, 20, 4, 5).patches());
        Effort effort = new Effort(1, new Watch() {
            @Override
            public void progress(long done, long total) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        });
        assertThatThrownBy(() -> sweep(layer, effort, OVERLAP)).isInstanceOf(CancellationException.class);
    }
}
