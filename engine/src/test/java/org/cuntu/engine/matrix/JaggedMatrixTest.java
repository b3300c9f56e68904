package org.cuntu.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cuntu.engine.layer.FolderSnapshotStore;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotWriter;
import org.cuntu.engine.overlay.JtsOracle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

/** Two seamless coverages with jagged edges, 30 × 30 cells on 13 × 13, against the JTS witness. */
class JaggedMatrixTest {
    @TempDir
    static Path folder;

    private static FolderSnapshotStore store;
    private static Snapshot fine;
    private static Snapshot coarse;

    @BeforeAll
    static void write() {
        store = new FolderSnapshotStore(folder);
        fine = written(new JaggedCells(30, 9, 17, 1));
        coarse = written(new JaggedCells(13, 9, 23, 2));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static Snapshot written(JaggedCells cells) {
        return store.open(SnapshotWriter.write(
                        folder, Ground.PATCHES, Ground.box(0, 0, 9, 9), Ground.INVENTED, cells.patches()))
                .snapshot();
    }

    private static Matrix matrix(Snapshot rows, Snapshot columns, int threads, List<PatchCut> patches) {
        return LayerMatrix.of(
                MatrixSide.of(rows).by("DLBM"),
                MatrixSide.of(columns).by("DLBM"),
                new Effort(threads, Watch.NONE),
                patches::add);
    }

    @Test
    void everyPieceAgreesWithTheWitness() {
        List<PatchCut> patches = new ArrayList<>();
        matrix(fine, coarse, 2, patches);
        for (PatchCut patch : patches) {
            Geometry a = fine.geometry(patch.feature());
            Map<Integer, Double> witness = new TreeMap<>();
            var box = a.getEnvelopeInternal();
            for (int other : coarse.find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())) {
                double area = JtsOracle.common(a, coarse.geometry(other));
                if (area >= PatchCut.TOUCH) witness.put(other, area);
            }
            assertThat(patch.size()).isEqualTo(witness.size());
            for (int i = 0; i < patch.size(); i++) {
                double area = witness.get(patch.other(i));
                assertThat(patch.area(i)).isCloseTo(area, within(1e-9 * area + 2e-6));
            }
        }
    }

    @Test
    void everyPatchIsUsedUpByItsPieces() {
        for (List<Snapshot> pair : List.of(List.of(fine, coarse), List.of(coarse, fine), List.of(fine, fine))) {
            List<PatchCut> patches = new ArrayList<>();
            matrix(pair.get(0), pair.get(1), 2, patches);
            assertThat(patches).hasSize(pair.get(0).size());
            for (PatchCut patch : patches) {
                assertThat(patch.rest()).isCloseTo(0, within(1e-7));
                assertThat(patch.outside()).isCloseTo(0, within(1e-7));
            }
        }
    }

    @Test
    void oneThreadAndFourGiveTheSameBits() {
        List<PatchCut> none = new ArrayList<>();
        Matrix alone = matrix(fine, coarse, 1, none);
        assertThat(matrix(fine, coarse, 4, none)).isEqualTo(alone);
        assertThat(matrix(fine, coarse, 3, none)).isEqualTo(alone);
    }

    @Test
    void layerWithItselfIsDiagonalToTheBookkeepersEye() {
        List<PatchCut> patches = new ArrayList<>();
        matrix(fine, fine, 2, patches);
        for (PatchCut patch : patches) {
            assertThat(patch.size()).isEqualTo(1);
            assertThat(patch.other(0)).isEqualTo(patch.feature());
            assertThat(patch.area(0)).isCloseTo(patch.integral(), within(1e-8));
        }
    }

    @Test
    void rowsAndColumnsExchangedGiveTheSameAreas() {
        Matrix there = matrix(fine, coarse, 2, new ArrayList<>());
        Matrix back = matrix(coarse, fine, 2, new ArrayList<>());
        assertThat(back.cells()).hasSameSizeAs(there.cells());
        for (Matrix.Cell cell : there.cells()) {
            GroupKey row = there.rows().get(cell.row()).key();
            GroupKey column = there.columns().get(cell.column()).key();
            assertThat(back.integral(column, row)).isCloseTo(cell.integral(), within(1e-5));
        }
    }
}
