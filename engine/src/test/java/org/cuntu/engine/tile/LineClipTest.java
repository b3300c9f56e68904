package org.cuntu.engine.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The buffered tile is a square from -64 to 4160. */
class LineClipTest {
    private static String cut(int x1, int y1, int x2, int y2) {
        int[] part = LineClip.cut(new int[] {x1, y1}, new int[] {x2, y2});
        return part.length == 0 ? "-" : part[0] + " " + part[1] + " " + part[2] + " " + part[3];
    }

    @Test
    void aWayInsideStaysWhole() {
        assertThat(cut(0, 0, 4096, 100)).isEqualTo("0 0 4096 100");
    }

    @ParameterizedTest
    @CsvSource({
        "-164,0,100,0,-64 0 100 0",
        "100,0,-164,0,100 0 -64 0",
        "0,4200,0,4100,0 4160 0 4100",
        "-128,-128,5000,5000,-64 -64 4160 4160",
    })
    void aWayThatLeavesEndsAtTheEdge(int x1, int y1, int x2, int y2, String expected) {
        assertThat(cut(x1, y1, x2, y2)).isEqualTo(expected);
    }

    @Test
    void aWayThatPassesByIsNotThere() {
        assertThat(cut(-200, 0, 0, -200)).isEqualTo("-");
        assertThat(cut(-70, 0, -70, 4000)).isEqualTo("-");
    }
}
