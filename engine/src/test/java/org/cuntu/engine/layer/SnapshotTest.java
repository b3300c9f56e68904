package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.INVENTED;
import static org.cuntu.engine.layer.Ground.PATCHES;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.both;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.cells;
import static org.cuntu.engine.layer.Ground.patch;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.schema;
import static org.cuntu.engine.layer.Ground.withHole;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import org.cuntu.engine.measure.FieldIntegral;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

class SnapshotTest {
    @TempDir
    Path folder;

    FolderSnapshotStore store;

    @BeforeEach
    void open() {
        store = new FolderSnapshotStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private MappedSnapshot written(LayerSchema schema, List<Feature> features) {
        String hash = SnapshotWriter.write(folder, schema, box(0, 0, 100, 100), INVENTED, features);
        return (MappedSnapshot) store.open(hash).snapshot();
    }

    @Test
    void valuesComeBackAsTheyWentIn() {
        Feature full = patch(box(0, 0, 1, 1), "450200001", "0101", 7);
        Feature empty = Feature.of(box(5, 5, 6, 6), null, "", null, null, null);
        MappedSnapshot snapshot = written(PATCHES, List.of(full, empty));
        int one = snapshot.find(109.0005, 24.0005, 109.0005, 24.0005)[0];
        assertThat(values(snapshot, one))
                .containsExactly("450200001", "0101", 7L, new BigDecimal("123.40"), LocalDate.of(2025, 12, 31));
        assertThat(values(snapshot, 1 - one)).containsExactly(null, "", null, null, null);
        assertThat(snapshot.value(one, "DLBM")).isEqualTo("0101");
        assertThat(snapshot.value(one, "NONE")).isNull();
    }

    private static List<Object> values(Snapshot snapshot, int feature) {
        List<Object> values = new ArrayList<>();
        for (int f = 0; f < snapshot.schema().fields().size(); f++) values.add(snapshot.value(feature, f));
        return values;
    }

    @Test
    void schemaOriginBoundsAndCoverageComeBack() {
        MappedSnapshot snapshot = written(PATCHES, cells(3));
        assertThat(snapshot.schema()).isEqualTo(PATCHES);
        assertThat(snapshot.origin()).isEqualTo(INVENTED);
        assertThat(snapshot.bounds()).containsExactly(109, 24, 109.003, 24.003);
        assertThat(snapshot.coverage().equalsExact(box(0, 0, 100, 100))).isTrue();
        assertThat(snapshot.size()).isEqualTo(9);
    }

    @Test
    void outlinesComeBackToTheLastBitOnWholeNanodegrees() {
        Geometry shape = both(withHole(box(0, 0, 9, 9), box(2, 2, 3, 4)), box(20, 20, 21, 21));
        Geometry back = written(schema(LayerKind.DISJOINT), bare(shape)).geometry(0);
        assertThat(back.norm().equalsExact(shape.norm())).isTrue();
    }

    @Test
    void outlinesComeBackToTheLastBitOffThem() {
        Geometry shape = polygon(0.1234567890123, 0, 7.7777777777777, 1 / 3.0, 5, 6.000000000001);
        Geometry back = written(schema(LayerKind.DISJOINT), bare(shape)).geometry(0);
        assertThat(back.norm().equalsExact(shape.norm())).isTrue();
    }

    @Test
    void storedIntegralIsTheFieldIntegralOfTheRings() {
        Geometry shell = box(0, 0, 9, 9);
        Geometry hole = box(2, 2, 3, 4);
        FieldIntegral field = FieldIntegral.from(24);
        double expected = field.ring(flat(shell)) - field.ring(flat(hole));
        MappedSnapshot snapshot = written(schema(LayerKind.DISJOINT), bare(withHole(box(0, 0, 9, 9), box(2, 2, 3, 4))));
        assertThat(snapshot.integral(0)).isCloseTo(expected, within(1e-8));
    }

    private static double[] flat(Geometry polygon) {
        double[] flat = new double[2 * polygon.getNumPoints()];
        for (int i = 0; i < polygon.getNumPoints(); i++) {
            flat[2 * i] = polygon.getCoordinates()[i].x;
            flat[2 * i + 1] = polygon.getCoordinates()[i].y;
        }
        return flat;
    }

    @Test
    void sameFeaturesInAnyOrderGiveTheSameName() {
        TreeSet<String> names = new TreeSet<>();
        for (int seed = 0; seed < 4; seed++) {
            List<Feature> features = cells(7);
            features.add(patch(box(3, 3, 4, 4), "twin", "0101", 1));
            Collections.shuffle(features, new Random(seed));
            names.add(SnapshotWriter.write(folder, PATCHES, box(0, 0, 7, 7), INVENTED, features));
        }
        assertThat(names).hasSize(1);
    }

    @Test
    void findGivesExactlyTheFeaturesWhoseBoxesMeet() {
        MappedSnapshot snapshot = written(PATCHES, cells(40));
        for (int feature = 0; feature < snapshot.size(); feature += 97) {
            var box = snapshot.geometry(feature).getEnvelopeInternal();
            double x = box.getMinX() + 0.0005;
            double y = box.getMinY() + 0.0005;
            assertThat(snapshot.find(x, y, x, y)).containsExactly(feature);
        }
        assertThat(snapshot.find(108, 23, 110, 25)).hasSize(1600).isSorted();
        assertThat(snapshot.find(108, 23, 108.5, 25)).isEmpty();
    }

    @Test
    void layerWithoutFeaturesIsALayer() {
        MappedSnapshot snapshot = written(PATCHES, List.of());
        assertThat(snapshot.size()).isZero();
        assertThat(snapshot.find(-180, -90, 180, 90)).isEmpty();
        assertThat(snapshot.bounds()).containsExactly(109, 24, 109.1, 24.1);
    }

    @Test
    void invalidFeaturesRefuseTheLayerAndLeaveNothing() throws Exception {
        List<Feature> features = bare(
                box(0, 0, 1, 1),
                polygon(0, 0, 4, 4, 4, 0, 0, 4),
                Ground.JTS.createPoint(Ground.at(1, 1)),
                Ground.JTS.createPolygon(),
                box(90_000, 0, 90_001, 1));
        assertThatThrownBy(() -> written(schema(LayerKind.DISJOINT), features))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(refused.problems())
                        .extracting(p -> p.code() + " " + p.args().get("feature"))
                        .containsExactly(
                                "layer.self-crossing 2",
                                "layer.not-polygon 3",
                                "layer.empty-geometry 4",
                                "layer.out-of-range 5"));
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void problemNamesThePlaceOfTheCrossing() {
        assertThatThrownBy(() -> written(schema(LayerKind.DISJOINT), bare(polygon(0, 0, 4, 4, 4, 0, 0, 4))))
                .isInstanceOfSatisfying(InputRefused.class, refused -> {
                    var problem = refused.problems().getFirst();
                    assertThat(problem.place().coordinate())
                            .containsExactly(new double[] {109.002, 24.002}, within(1e-12));
                    assertThat(problem.what(Locale.ENGLISH)).contains("feature 1");
                    assertThat(problem.todo(Locale.CHINESE)).startsWith("请");
                });
    }

    @Test
    void coverageMustBeAPolygon() {
        assertThatThrownBy(() -> SnapshotWriter.begin(folder, PATCHES, Ground.JTS.createPolygon(), INVENTED))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().code())
                        .isEqualTo("layer.coverage-invalid"));
    }

    @Test
    void snapshotsOfOneCoverageHaveOneNameForIt() {
        Object name = under(box(0, 0, 100, 100), cells(3));
        assertThat(under(box(0, 0, 100, 100), cells(2))).isEqualTo(name);
        assertThat(under(box(0, 0, 100, 100.000_001), cells(3))).isNotEqualTo(name);
        assertThat(under(withHole(box(0, 0, 100, 100), box(40, 40, 50, 50)), cells(3)))
                .isNotEqualTo(name);
        assertThat(under(both(box(0, 0, 100, 100), box(140, 40, 150, 50)), cells(3)))
                .isNotEqualTo(name);
    }

    private Object under(Geometry coverage, List<Feature> features) {
        String hash = SnapshotWriter.write(folder, PATCHES, coverage, INVENTED, features);
        return store.open(hash).snapshot().coverageName();
    }
}
