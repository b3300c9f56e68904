package org.cuntu.engine.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.cuntu.engine.tile.TileMatrixSet.CGCS2000_QUAD;
import static org.cuntu.engine.tile.TileMatrixSet.WEB_MERCATOR_QUAD;

import java.util.List;
import org.cuntu.engine.tile.TileMatrixSet.Tile;
import org.junit.jupiter.api.Test;

class TileMatrixSetTest {
    /** Numbers by asinh(tan φ), the other form of the projection. */
    @Test
    void liuzhouIsInTheKnownMercatorTile() {
        assertThat(WEB_MERCATOR_QUAD.tileAt(109.4281, 24.3264, 14)).isEqualTo(new Tile(14, 13172, 7050));
        assertThat(WEB_MERCATOR_QUAD.row(24.3264, 14)).isCloseTo(7050.03379028938, within(1e-9));
    }

    @Test
    void liuzhouIsInTheKnownDegreeTile() {
        assertThat(CGCS2000_QUAD.tileAt(109.4, 24.3, 10)).isEqualTo(new Tile(10, 823, 186));
    }

    @Test
    void theFirstDegreeZoomIsTwoHemispheres() {
        assertThat(List.of(CGCS2000_QUAD.columns(1), CGCS2000_QUAD.rows(1))).containsExactly(2, 1);
        assertThat(CGCS2000_QUAD.bounds(1, 1, 0)).containsExactly(0, -90, 180, 90);
    }

    @Test
    void theFirstMercatorZoomIsOneSquare() {
        assertThat(WEB_MERCATOR_QUAD.bounds(0, 0, 0))
                .containsExactly(new double[] {-180, -85.0511287798066, 180, 85.0511287798066}, within(1e-12));
    }

    @Test
    void tilesOutsideTheSetAreNotThere() {
        assertThat(CGCS2000_QUAD.contains(1, 1, 0)).isTrue();
        assertThat(CGCS2000_QUAD.contains(1, 0, 1)).isFalse();
        assertThat(CGCS2000_QUAD.contains(0, 0, 0)).isFalse();
        assertThat(WEB_MERCATOR_QUAD.contains(19, 0, 0)).isFalse();
        assertThat(WEB_MERCATOR_QUAD.contains(3, -1, 0)).isFalse();
    }

    @Test
    void aTileThatIsNotThereIsNotCut() {
        MemorySnapshot nothing = new MemorySnapshot(org.cuntu.engine.layer.LayerKind.DISJOINT);
        assertThatThrownBy(() -> TileCutter.cut(nothing, CGCS2000_QUAD, 1, 0, 1, TileOptions.of("DLTB", List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAreThoseOfTheUrl() {
        assertThat(TileMatrixSet.find("CGCS2000Quad")).contains(CGCS2000_QUAD);
        assertThat(TileMatrixSet.find("WebMercatorQuad")).contains(WEB_MERCATOR_QUAD);
        assertThat(TileMatrixSet.find("webmercatorquad")).isEmpty();
    }
}
