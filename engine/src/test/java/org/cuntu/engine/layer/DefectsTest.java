package org.cuntu.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.bare;
import static org.cuntu.engine.layer.Ground.both;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.schema;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.problem.InputRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;

/** Empty and invalid features that are kept: named, measured by a rule that is written down, delivered as they came. */
class DefectsTest {
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

    private MappedSnapshot kept(Geometry... shapes) {
        return kept(bare(shapes));
    }

    private MappedSnapshot kept(List<Feature> features) {
        String hash = SnapshotWriter.write(
                folder,
                schema(LayerKind.DISJOINT),
                box(0, 0, 100, 100),
                Ground.INVENTED,
                Intake.AS_DELIVERED,
                features);
        return (MappedSnapshot) store.open(hash).snapshot();
    }

    private static double area(Geometry valid) {
        return HeapShapes.of(valid).integral(0);
    }

    private static void isMeasured(MappedSnapshot snapshot, Defect.Kind kind, double area) {
        assertThat(snapshot.defects()).singleElement().satisfies(defect -> {
            assertThat(defect.kind()).isEqualTo(kind);
            assertThat(snapshot.integral(defect.feature())).isCloseTo(area, within(1e-3));
            Geometry ground = snapshot.geometry(defect.feature());
            assertThat(ground.isValid()).isTrue();
        });
    }

    @Test
    void bowTieHasTheAreaOfBothItsHalves() {
        MappedSnapshot snapshot = kept(polygon(0, 0, 4, 4, 4, 0, 0, 4));
        isMeasured(
                snapshot, Defect.Kind.SELF_CROSSING, area(polygon(0, 0, 2, 2, 0, 4)) + area(polygon(4, 0, 4, 4, 2, 2)));
        Defect defect = snapshot.defects().getFirst();
        assertThat(defect.x()).isCloseTo(109.002, within(1e-9));
        assertThat(defect.y()).isCloseTo(24.002, within(1e-9));
    }

    @Test
    void ringDrawnTwiceCountsOnce() {
        isMeasured(kept(both(box(0, 0, 5, 5), box(0, 0, 5, 5))), Defect.Kind.SELF_CROSSING, area(box(0, 0, 5, 5)));
    }

    @Test
    void polygonsOfOneFeatureCountOnceWhereTheyOverlap() {
        isMeasured(kept(both(box(0, 0, 5, 5), box(3, 0, 8, 5))), Defect.Kind.SELF_CROSSING, area(box(0, 0, 8, 5)));
    }

    @Test
    void spikeHasNoArea() {
        isMeasured(kept(polygon(0, 0, 5, 0, 9, 0, 5, 0, 5, 5, 0, 5)), Defect.Kind.SELF_CROSSING, area(box(0, 0, 5, 5)));
    }

    @Test
    void holeOutsideTakesNothingOff() {
        Geometry shape = Ground.JTS.createPolygon(
                box(0, 0, 5, 5).getExteriorRing(),
                new LinearRing[] {box(7, 7, 8, 8).getExteriorRing()});
        isMeasured(kept(shape), Defect.Kind.HOLE_OUTSIDE, area(box(0, 0, 5, 5)));
    }

    @Test
    void featureWithoutAreaOrWithoutGeometryIsKeptEmpty() {
        MappedSnapshot snapshot = kept(polygon(0, 0, 5, 0, 2, 0), Ground.JTS.createPolygon(), box(1, 1, 2, 2));
        assertThat(snapshot.size()).isEqualTo(3);
        assertThat(snapshot.defects()).hasSize(2).allMatch(defect -> snapshot.integral(defect.feature()) == 0);
        assertThat(snapshot.defects()).extracting(Defect::kind).contains(Defect.Kind.EMPTY);
        assertThat(snapshot.defects().stream().filter(Defect::hasPlace)).hasSize(1);
        assertThat(snapshot.geometry(snapshot.defects().getFirst().feature()).isEmpty())
                .isTrue();
    }

    @Test
    void outlineIsDeliveredAsItCame() {
        Geometry bowTie = polygon(0, 0, 4, 4, 4, 0, 0, 4);
        MappedSnapshot snapshot = kept(box(10, 10, 11, 11), bowTie, box(0, 10, 1, 11));
        Defect defect = snapshot.defects().getFirst();
        assertThat(snapshot.delivered(defect).equalsExact(bowTie)).isTrue();
        assertThat(snapshot.coverage().equalsExact(box(0, 0, 100, 100))).isTrue();
    }

    @Test
    void neighboursOfAnInvalidFeatureAreAsTheyWouldBeWithoutIt() {
        MappedSnapshot alone = kept(box(4, 0, 6, 5), box(20, 0, 25, 5));
        MappedSnapshot beside = kept(box(4, 0, 6, 5), polygon(0, 0, 4, 4, 4, 0, 0, 4), box(20, 0, 25, 5));
        for (int feature = 0; feature < alone.size(); feature++) {
            Geometry shape = alone.geometry(feature);
            var at = shape.getInteriorPoint();
            int there = beside.find(at.getX(), at.getY(), at.getX(), at.getY())[0];
            assertThat(beside.geometry(there).equalsExact(shape)).isTrue();
            assertThat(beside.integral(there)).isEqualTo(alone.integral(feature));
        }
    }

    @Test
    void sameFeaturesInAnyOrderGiveTheSameName() {
        List<Feature> features =
                bare(polygon(0, 0, 4, 4, 4, 0, 0, 4), Ground.JTS.createPolygon(), box(1, 1, 2, 2), box(1, 1, 2, 2));
        String name = kept(features).hash();
        for (int seed = 0; seed < 5; seed++) {
            List<Feature> shuffled = new ArrayList<>(features);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(kept(shuffled).hash()).isEqualTo(name);
        }
    }

    @Test
    void layerWithoutADefectIsTheSameFileByEitherIntake() {
        List<Feature> features = bare(box(1, 1, 2, 2), polygon(5, 5, 9, 5, 7, 9));
        String strict = SnapshotWriter.write(
                folder, schema(LayerKind.DISJOINT), box(0, 0, 100, 100), Ground.INVENTED, features);
        assertThat(kept(features).hash()).isEqualTo(strict);
    }

    @Test
    void strictIntakeStillRefuses() {
        assertThatThrownBy(() -> SnapshotWriter.write(
                        folder,
                        schema(LayerKind.DISJOINT),
                        box(0, 0, 100, 100),
                        Ground.INVENTED,
                        bare(polygon(0, 0, 4, 4, 4, 0, 0, 4))))
                .isInstanceOf(InputRefused.class);
    }

    @Test
    void featureOfAnotherKindIsRefusedByEveryIntake() {
        assertThatThrownBy(() -> kept(Ground.JTS.createPoint(Ground.at(1, 1))))
                .isInstanceOfSatisfying(InputRefused.class, refused -> assertThat(
                                refused.problems().getFirst().code())
                        .isEqualTo("layer.not-polygon"));
    }
}
