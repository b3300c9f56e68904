package org.cuntu.engine.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.engine.layer.Ground.both;
import static org.cuntu.engine.layer.Ground.box;
import static org.cuntu.engine.layer.Ground.polygon;
import static org.cuntu.engine.layer.Ground.withHole;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.cuntu.engine.matrix.JaggedCells;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class SharedBordersTest {
    private static final int MANY = 1_000_000;

    @Test
    void seamlessPatchesCoverWhatTheirUnionCovers() {
        List<Geometry> patches = new ArrayList<>();
        JaggedCells cells = new JaggedCells(12, 12, 6, 4);
        for (int i = 0; i < 144; i++) if (i != 70 && i != 91 && i != 3) patches.add(cells.cell(i / 12, i % 12));
        Collections.shuffle(patches, new Random(1));

        Geometry ground = ground(patches.toArray(Geometry[]::new));

        assertThat(ground).isNotNull();
        assertThat(ground.equalsTopo(OverlayNGRobust.union(patches))).isTrue();
    }

    @Test
    void patchesThatTouchInAPointOrNotAtAllAreSeveralParts() {
        Geometry ground = ground(box(0, 0, 1, 1), box(1, 1, 2, 2), box(5, 5, 6, 6));

        assertThat(ground).isNotNull();
        assertThat(ground.getNumGeometries()).isEqualTo(3);
    }

    @Test
    void anIslandFillsItsHole() {
        Geometry ground = ground(withHole(box(0, 0, 9, 9), box(3, 3, 5, 5)), box(3, 3, 5, 5));

        assertThat(ground).isNotNull();
        assertThat(ground.equalsTopo(box(0, 0, 9, 9))).isTrue();
    }

    @Test
    void ringsMayRunEitherWay() {
        Geometry ground = ground(box(0, 0, 1, 1).reverse(), box(1, 0, 2, 1), both(box(2, 0, 3, 1), box(7, 7, 8, 8)));

        assertThat(ground).isNotNull();
        assertThat(ground.equalsTopo(both(box(0, 0, 3, 1), box(7, 7, 8, 8)))).isTrue();
    }

    @Test
    void theGroundDoesNotDependOnTheOrder() {
        assertThat(ground(box(0, 0, 1, 1), box(1, 0, 2, 1), box(4, 0, 5, 1)))
                .isEqualTo(ground(box(4, 0, 5, 1), box(1, 0, 2, 1), box(0, 0, 1, 1)));
    }

    @Test
    void overlappingPatchesDoNotTell() {
        assertThat(ground(box(0, 0, 2, 2), box(1, 1, 3, 3))).isNull();
    }

    @Test
    void aPatchDeliveredTwiceDoesNotTell() {
        assertThat(ground(box(0, 0, 1, 1), box(1, 0, 2, 1), box(2, 0, 3, 1), box(1, 0, 2, 1)))
                .isNull();
    }

    @Test
    void aCornerOnTheEdgeOfAnotherDoesNotTell() {
        assertThat(ground(box(0, 0, 1, 2), box(1, 0, 2, 1), box(1, 1, 2, 2))).isNull();
    }

    @Test
    void aBowTieDoesNotTell() {
        assertThat(ground(polygon(0, 0, 4, 4, 4, 0, 0, 4))).isNull();
    }

    @Test
    void moreEdgesThanAreAllowedDoNotTell() {
        SharedBorders borders = new SharedBorders(6);
        borders.add(box(0, 0, 1, 1));
        borders.add(box(5, 0, 6, 1));

        assertThat(borders.ground()).isNull();
    }

    private static Geometry ground(Geometry... patches) {
        SharedBorders borders = new SharedBorders(MANY);
        for (Geometry patch : patches) borders.add(patch);
        return borders.ground();
    }
}
