package org.cuntu.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.patch;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
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

class LayerMatrixTest {
    private static final Effort ALONE = new Effort(1, Watch.NONE);

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

    private Snapshot layer(Geometry coverage, Feature... features) {
        return layer(coverage, List.of(features));
    }

    private Snapshot layer(Geometry coverage, Iterable<Feature> features) {
        String hash = SnapshotWriter.write(folder, Ground.PATCHES, coverage, Ground.INVENTED, features);
        return store.open(hash).snapshot();
    }

    private static double area(double west, double south, double east, double north) {
        return HeapShapes.of(box(west, south, east, north)).integral(0);
    }

    private static GroupKey key(Object... values) {
        return GroupKey.of(values);
    }

    /** Two halves, 0101 in the west and 0301 in the east, of the square 0…10. */
    private Snapshot halves() {
        return layer(
                box(0, 0, 10, 10), patch(box(0, 0, 5, 10), "W", "0101", 1), patch(box(5, 0, 10, 10), "E", "0301", 2));
    }

    @Test
    void cellIsTheGroundThatTwoClassesHaveInCommon() {
        Snapshot plan = layer(
                box(0, 0, 10, 10), patch(box(0, 0, 10, 4), "S", "1001", 1), patch(box(0, 4, 10, 10), "N", "1002", 2));
        Matrix matrix = LayerMatrix.of(
                MatrixSide.of(halves()).by("DLBM"), MatrixSide.of(plan).by("DLBM"), ALONE);
        assertThat(matrix.integral(key("0101"), key("1001"))).isCloseTo(area(0, 0, 5, 4), within(1e-6));
        assertThat(matrix.integral(key("0101"), key("1002"))).isCloseTo(area(0, 4, 5, 10), within(1e-6));
        assertThat(matrix.integral(key("0301"), key("1001"))).isCloseTo(area(5, 0, 10, 4), within(1e-6));
        assertThat(matrix.cells()).hasSize(4).allMatch(cell -> cell.pieces() == 1);
        assertThat(matrix.rows()).allMatch(row -> Math.abs(row.rest()) < 1e-6 && Math.abs(row.outside()) < 1e-6);
    }

    @Test
    void featureInsideAnotherCountsWithItsStoredIntegralToTheBit() {
        Snapshot small = layer(box(0, 0, 10, 10), patch(box(1, 1, 2, 2), "A", "0101", 1));
        Matrix matrix = LayerMatrix.of(MatrixSide.of(small), MatrixSide.of(halves()), ALONE);
        assertThat(matrix.cells()).singleElement().satisfies(cell -> assertThat(cell.integral())
                .isEqualTo(small.integral(0)));
        Matrix turned = LayerMatrix.of(MatrixSide.of(halves()), MatrixSide.of(small), ALONE);
        assertThat(turned.cells().getFirst().integral()).isEqualTo(small.integral(0));
    }

    @Test
    void groundWithoutAFeatureIsTheRestAndGroundBeyondTheCoverageIsOutside() {
        Snapshot lines = layer(box(0, 0, 10, 8), patch(box(4, 2, 7, 4), "A", "0101", 1));
        Matrix matrix = LayerMatrix.of(MatrixSide.of(halves()).by("BSM"), MatrixSide.of(lines), ALONE);
        Matrix.Group east = matrix.rows().getFirst();
        assertThat(east.key()).isEqualTo(key("E"));
        assertThat(east.outside()).isCloseTo(area(5, 8, 10, 10), within(1e-6));
        assertThat(east.rest()).isCloseTo(area(5, 0, 10, 8) - area(5, 2, 7, 4), within(1e-6));
        assertThat(matrix.columns().getFirst().outside()).isCloseTo(0, within(1e-6));
        assertThat(matrix.columns().getFirst().rest()).isCloseTo(0, within(1e-6));
    }

    @Test
    void overlapInTheOtherLayerIsARestBelowZero() {
        Snapshot twice = layer(
                box(0, 0, 10, 10), patch(box(0, 0, 6, 10), "A", "0101", 1), patch(box(4, 0, 10, 10), "B", "0101", 2));
        Matrix matrix = LayerMatrix.of(MatrixSide.of(halves()), MatrixSide.of(twice), ALONE);
        assertThat(matrix.rows().getFirst().rest()).isCloseTo(-area(4, 0, 6, 10), within(1e-6));
    }

    @Test
    void neighboursThatOnlyTouchAreNoPieces() {
        Snapshot a = halves();
        List<PatchCut> patches = new ArrayList<>();
        Matrix matrix =
                LayerMatrix.of(MatrixSide.of(a).by("DLBM"), MatrixSide.of(a).by("DLBM"), ALONE, patches::add);
        assertThat(matrix.cells()).hasSize(2);
        assertThat(patches).allMatch(patch -> patch.size() == 1 && patch.touches() == 1);
    }

    @Test
    void filtersChooseFeaturesOnEitherSide() {
        Snapshot a = layer(box(0, 0, 10, 10), Ground.cells(10));
        MatrixSide farmland = MatrixSide.of(a).where(FeatureFilter.in("DLBM", Set.of("0101")));
        MatrixSide southern = MatrixSide.of(a)
                .where(FeatureFilter.where("XH", Long.class, number -> number % 10 < 3))
                .by("DLBM");
        Matrix matrix = LayerMatrix.of(farmland, southern, ALONE);
        assertThat(matrix.rows().getFirst().features()).isEqualTo(50);
        assertThat(matrix.columns()).extracting(Matrix.Group::features).containsExactly(15L, 15L);
        assertThat(matrix.cells()).singleElement().satisfies(cell -> {
            assertThat(cell.pieces()).isEqualTo(15);
            assertThat(cell.integral()).isCloseTo(5 * area(0, 0, 1, 3), within(1e-6));
        });
    }

    @Test
    void codesGroupByTheirFirstCharactersWithinADivision() {
        Snapshot a = layer(
                box(0, 0, 10, 10),
                patch(box(0, 0, 1, 1), "450221001", "0101", 1),
                patch(box(1, 0, 2, 1), "450221002", "0103", 2),
                patch(box(2, 0, 3, 1), "450222001", "0101", 3));
        Matrix matrix = LayerMatrix.of(
                MatrixSide.of(a)
                        .by(KeyPart.first(6, "BSM"), KeyPart.first(2, "DLBM"))
                        .withBook("TBMJ"),
                MatrixSide.of(halves()),
                ALONE);
        assertThat(matrix.rows())
                .extracting(Matrix.Group::key)
                .containsExactly(key("450221", "01"), key("450222", "01"));
        assertThat(matrix.rows())
                .extracting(Matrix.Group::book)
                .containsExactly(new BigDecimal("246.80"), new BigDecimal("123.40"));
    }

    @Test
    void featureWithoutAValueIsInAGroupOfItsOwnBeforeTheOthers() {
        Snapshot a = layer(
                box(0, 0, 10, 10),
                Feature.of(box(0, 0, 1, 1), "A", null, null, null, null),
                patch(box(1, 0, 2, 1), "B", "0101", 2));
        Matrix matrix = LayerMatrix.of(MatrixSide.of(a).by("DLBM"), MatrixSide.of(halves()), ALONE);
        assertThat(matrix.rows()).extracting(Matrix.Group::key).containsExactly(key((Object) null), key("0101"));
    }

    @Test
    void hugePatchAmongSmallOnesFindsAllThatLieOnIt() {
        Snapshot cells = layer(box(0, 0, 40, 40), Ground.cells(40));
        Snapshot plan = layer(
                box(0, 0, 40, 40),
                patch(box(0, 0, 40, 30), "large", "1001", 1),
                patch(box(3, 31, 4, 32), "small", "1002", 2));
        List<PatchCut> patches = new ArrayList<>();
        Matrix matrix = LayerMatrix.of(MatrixSide.of(plan).by("BSM"), MatrixSide.of(cells), ALONE, patches::add);
        assertThat(patches).extracting(PatchCut::size).containsExactlyInAnyOrder(1200, 1);
        assertThat(matrix.rows()).allMatch(row -> Math.abs(row.rest()) < 1e-5);
    }

    @Test
    void layersFarApartHaveNoCell() {
        Snapshot far = layer(box(500, 0, 510, 10), patch(box(500, 0, 510, 10), "F", "0101", 1));
        Matrix matrix = LayerMatrix.of(MatrixSide.of(halves()), MatrixSide.of(far), ALONE);
        assertThat(matrix.cells()).isEmpty();
        assertThat(matrix.rows().getFirst().inside()).isZero();
    }

    @Test
    void layerWithoutFeaturesGivesAnEmptyMatrix() {
        Snapshot none = layer(box(0, 0, 10, 10));
        Matrix matrix = LayerMatrix.of(MatrixSide.of(none).by("DLBM"), MatrixSide.of(halves()), ALONE);
        assertThat(matrix.rows()).isEmpty();
        assertThat(matrix.columns().getFirst().rest()).isCloseTo(area(0, 0, 10, 10), within(1e-6));
    }

    @Test
    void unknownFieldIsNamed() {
        assertThatThrownBy(() -> LayerMatrix.of(MatrixSide.of(halves()).by("NOFIELD"), MatrixSide.of(halves()), ALONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOFIELD");
    }

    @Test
    void progressEndsAtAllFeaturesOfBothLayers() {
        List<Long> done = new ArrayList<>();
        Snapshot a = layer(box(0, 0, 30, 30), Ground.cells(30));
        LayerMatrix.of(MatrixSide.of(a), MatrixSide.of(halves()), new Effort(2, new Watch() {
            @Override
            public void progress(long now, long total) {
                assertThat(total).isEqualTo(902);
                done.add(now);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        }));
        assertThat(done).isSorted().hasSize(5).endsWith(902L);
    }

    @Test
    void cancelledWorkStops() {
        Snapshot a = layer(box(0, 0, 30, 30), Ground.cells(30));
        assertThatThrownBy(() -> LayerMatrix.of(MatrixSide.of(a), MatrixSide.of(a), new Effort(2, new Watch() {
                    private boolean stop;

                    @Override
                    public void progress(long now, long total) {
                        stop = true;
                    }

                    @Override
                    public boolean cancelled() {
                        return stop;
                    }
                })))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void mistakeInASinkComesOutAsItIs() {
        assertThatThrownBy(() -> LayerMatrix.of(MatrixSide.of(halves()), MatrixSide.of(halves()), ALONE, patch -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
    }
}
