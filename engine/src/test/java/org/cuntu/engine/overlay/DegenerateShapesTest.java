package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.cuntu.engine.layer.Defect;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Whatever closes its rings is answered: a layer of shapes with everything wrong that can be, met by sites, and such shapes as sites. Valid
 * features keep their areas to the last digit, invalid ones are named, nothing is thrown.
 */
class DegenerateShapesTest {
    /** Decides where JTS had to snap. */
    private static final ExactOracle EXACT = new ExactOracle(109, 24, 0x1p-49);

    @TempDir
    Path folder;

    private FolderSnapshotStore store;

    @BeforeEach
    void open() {
        store = new FolderSnapshotStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Snapshot layer(List<Geometry> shapes) {
        String hash = SnapshotWriter.write(
                folder,
                Ground.schema(LayerKind.OVERLAPPING),
                Ground.box(-100, -100, 100, 100),
                Ground.INVENTED,
                Intake.AS_DELIVERED,
                Ground.bare(shapes.toArray(Geometry[]::new)));
        return store.open(hash).snapshot();
    }

    /** Shapes whose corners are few places a step apart: with spikes, stutters, bow-ties, flat rings, nested and overlapping members. */
    private static final class Wild {
        private final Random random;
        private final double step;

        Wild(long seed, double step) {
            random = new Random(seed);
            this.step = step;
        }

        private Coordinate point() {
            return new Coordinate(109 + step * random.nextInt(6), 24 + step * random.nextInt(6));
        }

        private LinearRing ring() {
            List<Coordinate> points = new ArrayList<>();
            Coordinate last = point();
            points.add(last);
            for (int i = 2 + random.nextInt(6); i > 0; i--) {
                switch (random.nextInt(6)) {
                    case 0 -> points.add(last.copy());
                    case 1 ->
                        points.add(points.get(random.nextInt(points.size())).copy());
                    case 2 -> {
                        // out and back again
                        points.add(point());
                        points.add(last.copy());
                    }
                    case 3 -> points.add(new Coordinate(last.x, 24 + step * random.nextInt(6)));
                    default -> points.add(point());
                }
                last = points.getLast();
            }
            while (points.size() < 3) points.add(last.copy());
            points.add(points.getFirst().copy());
            return Ground.JTS.createLinearRing(points.toArray(Coordinate[]::new));
        }

        private Polygon polygon() {
            LinearRing[] holes = new LinearRing[random.nextInt(3)];
            for (int i = 0; i < holes.length; i++) holes[i] = ring();
            return Ground.JTS.createPolygon(ring(), holes);
        }

        Geometry shape() {
            if (random.nextInt(3) > 0) return polygon();
            return Ground.both(polygon(), polygon(), polygon());
        }

        List<Geometry> shapes(int count) {
            List<Geometry> shapes = new ArrayList<>();
            for (int i = 0; i < count; i++) shapes.add(shape());
            return shapes;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1e-7, 1e-9, 1e-11, 1e-13})
    void layerOfWildShapesAnswersSitesWithTheGroundThatIsMeasured(double step) {
        List<Geometry> shapes = new Wild(1, step).shapes(200);
        Snapshot layer = layer(shapes);
        Set<Integer> defects = layer.defects().stream().map(Defect::feature).collect(Collectors.toSet());
        for (int feature = 0; feature < layer.size(); feature++)
            assertThat(layer.geometry(feature).isValid()).isTrue();
        assertThat(layer.size() - defects.size())
                .isEqualTo(shapes.stream().filter(DegenerateShapesTest::isSound).count());
        for (Geometry drawn : new PairShapes(2, 109, 24, step, 6).valid(10)) {
            Site site = Site.of(drawn);
            SiteOverlay.cut(site, layer, (piece, outline) -> {
                Geometry ground = outline.get();
                assertThat(ground.isValid()).isTrue();
                double witness = JtsOracle.common(drawn, layer.geometry(piece.feature()));
                if (Math.abs(witness - piece.integral()) > 1e-9 * witness + 2e-6)
                    witness = EXACT.common(layer.flat(piece.feature()), FlatShape.of(drawn));
                assertThat(piece.integral()).isCloseTo(witness, within(1e-9 * witness + 2e-6));
                double area = ground.isEmpty() ? 0 : JtsOracle.integral(ground);
                assertThat(area).isCloseTo(piece.integral(), within(1e-9 * area + 2e-6));
            });
        }
    }

    private static boolean isSound(Geometry shape) {
        return !shape.isEmpty() && shape.isValid();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1e-9, 1e-13})
    void wildShapesAsSitesThrowNothing(double step) {
        Snapshot layer = layer(new Wild(3, step).shapes(20));
        for (Geometry wild : new Wild(4, step).shapes(40)) {
            Site site = Site.of(wild);
            LayerCut cut = SiteOverlay.cut(
                    site, layer, (piece, outline) -> assertThat(outline.get()).isNotNull());
            assertThat(cut.pieces()).allSatisfy(piece -> {
                assertThat(piece.integral()).isFinite().isNotNegative();
                assertThat(piece.perimeter()).isFinite();
            });
            assertThat(SiteOverlay.near(site, layer, 100)).isNotNull();
        }
    }

    @Test
    void oneWildNeighbourChangesNoBitOfTheOthers() {
        List<Geometry> sound = new PairShapes(5, 109, 24, 0.001, 6).valid(50);
        List<Geometry> mixed = new ArrayList<>(sound);
        mixed.addAll(new Wild(6, 0.001).shapes(200));
        Snapshot alone = layer(sound);
        Snapshot among = layer(mixed);
        for (Geometry drawn : new PairShapes(7, 109, 24, 0.001, 6).valid(30)) {
            Site site = Site.of(drawn);
            assertThat(figures(SiteOverlay.cut(site, among).pieces(), among))
                    .containsAll(figures(SiteOverlay.cut(site, alone).pieces(), alone));
        }
    }

    /** Outline, area and perimeter of each piece in words. */
    private static Set<String> figures(List<Piece> pieces, Snapshot layer) {
        return pieces.stream()
                .map(piece -> layer.geometry(piece.feature()) + " " + piece.integral() + " " + piece.perimeter())
                .collect(Collectors.toSet());
    }

    @Test
    void placesThatAreNoneAreRefused() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 181, -1e300}) {
            Polygon site = Ground.JTS.createPolygon(new Coordinate[] {
                new Coordinate(109, 24), new Coordinate(wrong, 24), new Coordinate(109, 25), new Coordinate(109, 24)
            });
            assertThatThrownBy(() -> Site.of(site))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("longitude");
        }
    }

    @Test
    void pairsOfWildShapesAreFinite() {
        ShapePair pair = new ShapePair();
        for (double step : new double[] {1e-3, 1e-9, 1e-13, 4}) {
            List<Geometry> shapes = new Wild(8, step).shapes(60);
            for (Geometry first : shapes)
                for (Geometry second : shapes) {
                    pair.cut(FlatShape.of(first), FlatShape.of(second));
                    assertThat(pair.integral()).isFinite().isNotNegative();
                    assertThat(pair.perimeter()).isFinite();
                }
        }
    }
}
