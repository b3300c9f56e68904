package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.at;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.schema;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Files that an earlier writer made of shapes which are made here again: both must say the same. */
class EarlierFormatsTest {
    private static final String AREAS = "96fa0140f5fec2a86e89d455b7a2f2abdcb6b75d4cc29008c5c378ab9ffc58ef";
    private static final String OFF_GRID = "b98af7b50848f0413a95872afd4504f9f403fe5b8fecf4c0d12070788727a3a1";
    private static final String DEFECTS = "57bc8e570e837c927e6d6720087c9fd676dc7bd4668174a9d118fcdd383ab958";
    private static final String LINES = "7eaa6a8ca3f6df71a30a7e891c6b7e87192c2299ef2d1f3d9bc6800e1c0973ce";
    private static final String POINTS = "00cd05874f3b7453428736cf280533b51fa6239f5c90c1dfaa221d9d10186f7d";

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

    private MappedSnapshot earlier(String hash, int version) throws Exception {
        Path file = folder.resolve(hash + ".snap");
        Files.copy(resource(hash), file);
        assertThat(Files.readAllBytes(file)[8]).isEqualTo((byte) version);
        return (MappedSnapshot) store.open(hash).snapshot();
    }

    private static Path resource(String hash) throws URISyntaxException {
        return Path.of(EarlierFormatsTest.class
                .getResource("earlier/" + hash + ".snap")
                .toURI());
    }

    private MappedSnapshot today(LayerSchema schema, Intake intake, List<Feature> features) throws Exception {
        String hash = SnapshotWriter.write(folder, schema, box(0, 0, 100, 100), Ground.INVENTED, intake, features);
        assertThat(Files.readAllBytes(folder.resolve(hash + ".snap"))[8]).isEqualTo((byte) 3);
        return (MappedSnapshot) store.open(hash).snapshot();
    }

    private static void saysTheSame(MappedSnapshot one, MappedSnapshot other) {
        assertThat(one.size()).isEqualTo(other.size());
        assertThat(one.schema()).isEqualTo(other.schema());
        assertThat(one.bounds()).containsExactly(other.bounds());
        assertThat(one.coverage().equalsExact(other.coverage())).isTrue();
        assertThat(one.dimension()).isEqualTo(other.dimension());
        assertThat(one.defects()).isEqualTo(other.defects());
        for (int feature = 0; feature < one.size(); feature++) {
            assertThat(one.geometry(feature).equalsExact(other.geometry(feature)))
                    .isTrue();
            assertThat(one.integral(feature)).isEqualTo(other.integral(feature));
            for (int f = 0; f < one.schema().fields().size(); f++)
                assertThat(one.value(feature, f)).isEqualTo(other.value(feature, f));
        }
        for (Defect defect : one.defects())
            assertThat(one.delivered(defect).equalsExact(other.delivered(defect)))
                    .isTrue();
        assertThat(one.find(109.001, 24.001, 109.013, 24.013)).isEqualTo(other.find(109.001, 24.001, 109.013, 24.013));
    }

    /** Boxes of the newer format may be a little larger; sums are the same within what it keeps of them. */
    private static void hasTheSameRings(Shapes one, Shapes other, int shapes) {
        int rings = one.firstRing(shapes);
        assertThat(other.firstRing(shapes)).isEqualTo(rings);
        for (int ring = 0; ring < rings; ring++) {
            assertThat(other.isShell(ring)).isEqualTo(one.isShell(ring));
            assertThat(other.firstPoint(ring + 1)).isEqualTo(one.firstPoint(ring + 1));
            assertThat(other.ringLength(ring)).isEqualTo(one.ringLength(ring));
            assertThat(other.ringHigh(ring) + other.ringLow(ring)).isEqualTo(one.ringHigh(ring) + one.ringLow(ring));
        }
        for (int chunk = 0; chunk < one.firstChunk(rings); chunk++) {
            assertThat(other.runHigh(chunk) + other.runLow(chunk)).isEqualTo(one.runHigh(chunk) + one.runLow(chunk));
            assertThat(other.runLength(chunk)).isCloseTo(one.runLength(chunk), within(1e-7));
            for (int side = 0; side < 4; side++) {
                double wider = side < 2
                        ? one.chunkBox(chunk, side) - other.chunkBox(chunk, side)
                        : other.chunkBox(chunk, side) - one.chunkBox(chunk, side);
                assertThat(wider).isBetween(0.0, 1e-8);
            }
        }
    }

    @Test
    void areasOfVersion1() throws Exception {
        List<Feature> features = new ArrayList<>(Ground.cells(5));
        features.add(Ground.patch(Ground.withHole(box(10, 10, 19, 19), box(12, 12, 13, 14)), "hole", "0101", 7));
        features.add(
                Ground.patch(Ground.both(box(30, 30, 31, 31), polygon(40, 40, 41, 40, 40.5, 41)), "both", "0301", 8));
        features.add(Feature.of(round(), null, "", null, null, null));
        MappedSnapshot earlier = earlier(AREAS, 1);
        MappedSnapshot today = today(Ground.PATCHES, Intake.STRICT, features);
        saysTheSame(earlier, today);
        hasTheSameRings(earlier.shapes(), today.shapes(), today.size() + 1);
    }

    private static Polygon round() {
        double[] xy = new double[2_000];
        for (int i = 0; i < 1_000; i++) {
            double angle = 2 * StrictMath.PI * i / 1_000;
            xy[2 * i] = 70 + 0.000001 * StrictMath.rint(1e6 * 20 * StrictMath.cos(angle));
            xy[2 * i + 1] = 70 + 0.000001 * StrictMath.rint(1e6 * 20 * StrictMath.sin(angle));
        }
        return polygon(xy);
    }

    @Test
    void coordinatesOffTheGridOfVersion1() throws Exception {
        Geometry shape = polygon(0.1234567890123, 0, 7.7777777777777, 1 / 3.0, 5, 6.000000000001);
        saysTheSame(earlier(OFF_GRID, 1), today(schema(LayerKind.DISJOINT), Intake.STRICT, bare(shape)));
    }

    @Test
    void defectsOfVersion2() throws Exception {
        List<Feature> features = bare(box(1, 1, 2, 2), polygon(0, 0, 4, 4, 4, 0, 0, 4), Ground.JTS.createPolygon());
        MappedSnapshot today = today(schema(LayerKind.DISJOINT), Intake.AS_DELIVERED, features);
        assertThat(today.defects()).hasSize(2);
        saysTheSame(earlier(DEFECTS, 2), today);
    }

    @Test
    void linesAndPointsOfVersion2() throws Exception {
        Geometry line = Ground.JTS.createLineString(new Coordinate[] {at(0, 0), at(3, 4), at(9, 4)});
        MappedSnapshot lines = today(schema(LayerKind.DISJOINT), Intake.LINES, bare(line));
        MappedSnapshot earlier = earlier(LINES, 2);
        saysTheSame(earlier, lines);
        hasTheSameRings(earlier.shapes(), lines.shapes(), 2);
        saysTheSame(
                earlier(POINTS, 2),
                today(schema(LayerKind.DISJOINT), Intake.POINTS, bare(Ground.JTS.createPoint(at(3, 4)))));
    }
}
