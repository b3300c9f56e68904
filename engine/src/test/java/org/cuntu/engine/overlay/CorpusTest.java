package org.cuntu.engine.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.ShapeCheck;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Intake;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.tile.TileCutter;
import org.cuntu.engine.tile.TileMatrixSet;
import org.cuntu.engine.tile.TileOptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.Puntal;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Shapes that broke other libraries: of each pair the areas are right, or the input is named invalid, and no exception escapes. Our own
 * cases by default; with {@code -Dcuntu.corpus=FOLDER} ({@code ./cuntu bench --corpus FOLDER}) every XML file of a folder that has the
 * form of the test runners of JTS and GEOS.
 */
class CorpusTest {
    private static final String FOLDER = System.getProperty("cuntu.corpus", "");
    /** As in {@link RobustPairsTest}: doubles near there are whole numbers of this cell. */
    private static final ExactOracle EXACT = new ExactOracle(109.4, 24.3, 0x1p-49);
    /** The exact witness holds every edge against every other. */
    private static final int MOST_FOR_FRACTIONS = 6_000;

    private static final Polygon COVERAGE = Ground.JTS.createPolygon(
            Ground.ring(300, 200, 500, 200, 500, 400, 300, 400).getCoordinateSequence());

    @TempDir
    Path folder;

    private final ShapePair pair = new ShapePair();

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException, URISyntaxException {
        List<Path> files = new ArrayList<>();
        Path own = Path.of(
                Objects.requireNonNull(getClass().getResource("/corpus")).toURI());
        for (Path in : FOLDER.isEmpty() ? List.of(own) : List.of(own, Path.of(FOLDER)))
            try (Stream<Path> below = Files.walk(in)) {
                files.addAll(below.filter(file -> file.toString().endsWith(".xml"))
                        .sorted()
                        .toList());
            }
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files)
            for (CorpusFile.Case one : CorpusFile.read(file))
                for (CorpusFile.Placing placing : CorpusFile.Placing.values())
                    tests.add(DynamicTest.dynamicTest(
                            one.name() + ", " + placing,
                            () -> check(one.placed(placing), one.name() + ", " + placing)));
        return tests.stream();
    }

    private void check(List<Geometry> shapes, String what) {
        List<Geometry> grounds = new ArrayList<>();
        for (Geometry shape : shapes) {
            if (!(shape instanceof Polygonal) || shape.isEmpty()) otherKind(shape);
            else if (new IsValidOp(shape).getValidationError() == null) grounds.add(shape);
            else isNamed(shape, what);
        }
        for (Geometry ground : grounds)
            assertThatCode(() -> ShapeCheck.check(GeoShape.of(Crs.CGCS2000, ground), Problem.Place.UNKNOWN))
                    .as(what)
                    .doesNotThrowAnyException();
        for (Geometry layer : grounds) for (Geometry site : grounds) agrees(layer, site, what);
    }

    /** Lines and points are layers of their own kind, and no ground. */
    private void otherKind(Geometry shape) {
        assertThatThrownBy(() -> write(Intake.STRICT, shape)).isInstanceOf(InputRefused.class);
        Intake own = shape instanceof Lineal ? Intake.LINES : shape instanceof Puntal ? Intake.POINTS : null;
        if (own == null || shape.isEmpty() || !shape.isValid()) return;
        assertThatCode(() -> write(own, shape)).doesNotThrowAnyException();
    }

    /** A strict layer refuses it; one as delivered keeps and names it, and answers; as a site it is refused. */
    private void isNamed(Geometry invalid, String what) {
        assertThatThrownBy(() -> write(Intake.STRICT, invalid)).as(what).isInstanceOf(InputRefused.class);
        GeoShape site = GeoShape.of(Crs.CGCS2000, invalid);
        assertThat(ShapeCheck.check(site, Problem.Place.UNKNOWN))
                .as(what)
                .anyMatch(problem -> problem.severity() == Problem.Severity.REFUSED);
        String hash;
        try {
            hash = write(Intake.AS_DELIVERED, invalid);
        } catch (InputRefused offTheGlobe) {
            return;
        }
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(hash)) {
            Snapshot snapshot = lease.snapshot();
            assertThat(snapshot.defects()).as(what).hasSize(1);
            double all = 0;
            LayerCut cut = SiteOverlay.cut(Site.of(COVERAGE), snapshot);
            for (Piece piece : cut.pieces()) all += piece.integral();
            assertThat(all).as(what).isCloseTo(snapshot.integral(0), within(1e-5));
        }
    }

    private String write(Intake intake, Geometry... shapes) {
        return SnapshotWriter.write(
                folder, Ground.schema(LayerKind.DISJOINT), COVERAGE, Ground.INVENTED, intake, Ground.bare(shapes));
    }

    private void agrees(Geometry layer, Geometry ground, String what) {
        FlatShape first = FlatShape.of(layer);
        FlatShape second = FlatShape.of(ground);
        Site site = Site.of(ground);
        pair.cut(first, second);
        double witness = JtsOracle.integral(OverlayNGRobust.overlay(layer, ground, OverlayNG.INTERSECTION));
        double tolerance = 1e-9 * witness + 2e-6;
        if (Math.abs(pair.integral() - witness) > tolerance) {
            // JTS snaps what it cannot node: then fractions decide
            assertThat(layer.getNumPoints() + ground.getNumPoints())
                    .as("%s: %s, not %s; too many corners for fractions", what, pair.integral(), witness)
                    .isLessThan(MOST_FOR_FRACTIONS);
            witness = EXACT.common(first, second);
            tolerance = 1e-9 * witness + 2e-6;
            assertThat(Math.abs(pair.integral() - witness))
                    .as("%s: %s, not %s", what, pair.integral(), witness)
                    .isLessThanOrEqualTo(tolerance);
        }
        String hash = write(Intake.STRICT, layer);
        try (FolderSnapshotStore store = new FolderSnapshotStore(folder);
                SnapshotStore.Lease lease = store.open(hash)) {
            double[] sum = new double[1];
            double allowed = tolerance;
            SiteOverlay.cut(site, lease.snapshot(), (piece, outline) -> {
                sum[0] += piece.integral();
                Geometry drawn = outline.get();
                assertThat(drawn.isValid()).as("%s: outline", what).isTrue();
                double area = drawn.isEmpty() ? 0 : HeapShapes.of(drawn).integral(0);
                assertThat(Math.abs(area - piece.integral()))
                        .as("%s: outline", what)
                        .isLessThanOrEqualTo(allowed);
            });
            assertThat(Math.abs(sum[0] - witness)).as(what).isLessThanOrEqualTo(tolerance);
            tiles(lease.snapshot(), layer);
        }
    }

    private static void tiles(Snapshot snapshot, Geometry layer) {
        TileMatrixSet matrix = TileMatrixSet.CGCS2000_QUAD;
        for (int z : new int[] {10, 14}) {
            double side = 360.0 / (1 << z);
            int x = (int) ((layer.getEnvelopeInternal().getMinX() + 180) / side);
            int y = (int) ((90 - layer.getEnvelopeInternal().getMaxY()) / side);
            TileCutter.cut(snapshot, matrix, z, x, y, TileOptions.of("TEST", List.of()));
        }
    }
}
