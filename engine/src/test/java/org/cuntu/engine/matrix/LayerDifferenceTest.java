package org.cuntu.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.patch;
import static org.cuntu.engine.layer.Ground.polygon;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.layer.Feature;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

class LayerDifferenceTest {
    private static final Effort ALONE = new Effort(1, Watch.NONE);

    @TempDir
    Path folder;

    private FolderSnapshotStore store;
    private final List<ChangedPlace> places = new ArrayList<>();

    @BeforeEach
    void open() {
        store = new FolderSnapshotStore(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Snapshot year(Feature... features) {
        return year(List.of(features));
    }

    private Snapshot year(Iterable<Feature> features) {
        String hash = SnapshotWriter.write(folder, Ground.PATCHES, box(0, 0, 100, 100), Ground.INVENTED, features);
        return store.open(hash).snapshot();
    }

    private Difference difference(Snapshot before, Snapshot after) {
        return LayerDifference.byClass(before, after, ALONE, places::add);
    }

    private static double area(Geometry shape) {
        return HeapShapes.of(shape).integral(0);
    }

    private static GroupKey key(Object value) {
        return GroupKey.of(value);
    }

    @Test
    void yearWithItselfIsUnchanged() {
        Snapshot year = year(Ground.cells(10));
        Difference difference = difference(year, year);
        assertThat(difference.unchanged().features()).isEqualTo(100);
        assertThat(difference.otherValues().features()).isZero();
        assertThat(difference.gone().features()).isZero();
        assertThat(places).isEmpty();
        assertThat(difference.changedArea()).isZero();
    }

    @Test
    void samePatchWithAnotherNumberHasOtherValuesAndNoChangedPlace() {
        Difference difference =
                difference(year(patch(box(0, 0, 5, 5), "A", "0101", 1)), year(patch(box(0, 0, 5, 5), "A", "0101", 2)));
        assertThat(difference.otherValues().features()).isEqualTo(1);
        assertThat(difference.otherValues().integral()).isEqualTo(area(box(0, 0, 5, 5)));
        assertThat(places).isEmpty();
    }

    @Test
    void samePatchOfAnotherClassIsAChangedPlaceOfItsWholeArea() {
        Difference difference =
                difference(year(patch(box(0, 0, 5, 5), "A", "0101", 1)), year(patch(box(0, 0, 5, 5), "A", "0301", 1)));
        double whole = area(box(0, 0, 5, 5));
        assertThat(places).singleElement().satisfies(place -> assertThat(place.area())
                .isCloseTo(whole, within(1e-8)));
        assertThat(difference.area(key("0101"), key("0301"))).isCloseTo(whole, within(1e-8));
        assertThat(difference.changedArea()).isCloseTo(whole, within(1e-8));
    }

    @Test
    void ringsThatStartElsewhereAndStandInAnotherOrderAreTheSameGround() {
        Geometry drawn = Ground.both(box(0, 0, 5, 5), polygon(10, 0, 15, 0, 12, 5));
        Geometry again = Ground.both(polygon(12, 5, 10, 0, 15, 0), polygon(5, 5, 0, 5, 0, 0, 5, 0));
        Difference difference = difference(year(patch(drawn, "A", "0101", 1)), year(patch(again, "A", "0101", 1)));
        assertThat(difference.unchanged().features()).isEqualTo(1);
    }

    @Test
    void movedBoundaryGivesTheStripBetweenOldAndNew() {
        Snapshot before = year(patch(box(0, 0, 5, 5), "A", "0101", 1), patch(box(5, 0, 10, 5), "B", "0301", 2));
        Snapshot after = year(patch(box(0, 0, 4, 5), "A", "0101", 1), patch(box(4, 0, 10, 5), "B", "0301", 2));
        Difference difference = difference(before, after);
        assertThat(difference.otherGround().features()).isEqualTo(2);
        double strip = area(box(4, 0, 5, 5));
        assertThat(places).singleElement().satisfies(place -> {
            assertThat(place.area()).isCloseTo(strip, within(1e-6));
            assertThat(before.value(place.before(), "BSM")).isEqualTo("A");
            assertThat(after.value(place.after(), "BSM")).isEqualTo("B");
            assertThat(place.perimeter()).isGreaterThan(1000);
        });
        assertThat(difference.area(key("0101"), key("0301"))).isCloseTo(strip, within(1e-6));
        assertThat(difference.area(key("0301"), key("0101"))).isZero();
    }

    @Test
    void newAndVanishedGroundIsListedWithOneSideMissing() {
        Snapshot before = year(patch(box(0, 0, 5, 5), "A", "0101", 1), patch(box(20, 0, 25, 5), "B", "0101", 2));
        Snapshot after = year(patch(box(0, 0, 6, 5), "A", "0101", 1), patch(box(40, 0, 45, 5), "C", "0101", 3));
        Difference difference = difference(before, after);
        assertThat(difference.appeared().features()).isEqualTo(1);
        assertThat(difference.gone().features()).isEqualTo(1);
        assertThat(difference.appearedArea()).isCloseTo(area(box(5, 0, 6, 5)) + area(box(40, 0, 45, 5)), within(1e-6));
        assertThat(difference.disappearedArea()).isCloseTo(area(box(20, 0, 25, 5)), within(1e-6));
        assertThat(places).extracting(ChangedPlace::before).containsExactlyInAnyOrder(-1, -1, 1);
    }

    @Test
    void fieldThatOnlyTheLaterYearHasCountsAsEmptyBefore() {
        var more = new ArrayList<>(Ground.PATCHES.fields());
        more.add(new org.cuntu.engine.layer.Field("BZ", org.cuntu.engine.layer.Field.Type.TEXT, "备注", "note"));
        var schema = new org.cuntu.engine.layer.LayerSchema("DLTB", Ground.PATCHES.kind(), more, "SD2019", "DLBM");
        var values = new ArrayList<>(patch(box(0, 0, 5, 5), "A", "0101", 1).values());
        values.add(null);
        String hash = SnapshotWriter.write(
                folder, schema, box(0, 0, 100, 100), Ground.INVENTED, List.of(new Feature(box(0, 0, 5, 5), values)));
        Snapshot after = store.open(hash).snapshot();
        assertThat(difference(year(patch(box(0, 0, 5, 5), "A", "0101", 1)), after)
                        .unchanged()
                        .features())
                .isEqualTo(1);
    }

    @Test
    void bookAreasOfBothYearsStandBeside() {
        Snapshot before = year(Ground.cells(4));
        Difference difference = LayerDifference.of(
                before, before, List.of(KeyPart.of("DLBM")), List.of("DLBM"), "TBMJ", ALONE, places::add);
        assertThat(difference.matrix().rows())
                .extracting(Matrix.Group::book)
                .containsExactly(new BigDecimal("987.20"), new BigDecimal("987.20"));
    }

    @Test
    void fromAndToAddUpToBothYearsForASurveyThatWasRedrawn() {
        Snapshot before = year(new JaggedCells(20, 6, 9, 1).patches());
        List<Feature> redrawn = new ArrayList<>();
        Random random = new Random(3);
        for (Feature feature : new JaggedCells(20, 6, 9, 1).patches()) {
            if (random.nextInt(10) > 0) redrawn.add(feature);
            else redrawn.add(patch(feature.geometry(), "N" + redrawn.size(), "1001", 0));
        }
        Snapshot after = year(redrawn);
        Difference difference = difference(before, after);
        assertThat(difference.unchanged().features() + difference.otherValues().features())
                .isEqualTo(400);
        assertThat(difference.changedArea())
                .isCloseTo(places.stream().mapToDouble(ChangedPlace::area).sum(), within(1e-6));
        assertThat(difference.changedArea()).isCloseTo(difference.otherValues().integral(), within(1e-5));
        for (Matrix.Group group : difference.matrix().columns())
            assertThat(group.rest()).isCloseTo(0, within(1e-6));
        for (Matrix.Group group : difference.matrix().rows())
            assertThat(group.rest()).isCloseTo(0, within(1e-6));
    }

    @Test
    void oneThreadAndFourGiveTheSame() {
        Snapshot before = year(new JaggedCells(30, 6, 9, 1).patches());
        Snapshot after = year(new JaggedCells(29, 6, 9, 2).patches());
        Difference alone = LayerDifference.byClass(before, after, ALONE, places::add);
        List<ChangedPlace> again = new ArrayList<>();
        Difference four = LayerDifference.byClass(before, after, new Effort(4, Watch.NONE), again::add);
        assertThat(four).isEqualTo(alone);
        assertThat(again).isEqualTo(places);
    }

    @Test
    void filterLeavesOutFeaturesOfBothYears() {
        Snapshot before = year(patch(box(0, 0, 5, 5), "A", "0101", 1), patch(box(5, 0, 9, 5), "B", "0301", 2));
        Snapshot after = year(patch(box(0, 0, 5, 5), "A", "0301", 1), patch(box(5, 0, 9, 5), "B", "0301", 2));
        FeatureFilter farmland = FeatureFilter.in("DLBM", java.util.Set.of("0101"));
        Difference difference = LayerDifference.of(
                before, after, farmland, List.of(KeyPart.of("DLBM")), List.of("DLBM"), null, ALONE, places::add);
        assertThat(difference.gone().features()).isEqualTo(1);
        assertThat(difference.disappearedArea()).isCloseTo(area(box(0, 0, 5, 5)), within(1e-6));
        assertThat(difference.appeared().features()).isZero();
        assertThat(places).hasSize(1);
    }
}
