package org.cuntu.bench.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TileGroundTest {
    /** By hand: layer 3 { feature 2 { type 3: polygon, geometry 4: commands } }. */
    private static byte[] tile(String commands) {
        int length = commands.length() / 2;
        String feature = "1803" + "22" + hex(length) + commands;
        String layer = "12" + hex(feature.length() / 2) + feature;
        return HexFormat.of().parseHex("1a" + hex(layer.length() / 2) + layer);
    }

    private static String hex(int n) {
        return String.format("%02x", n);
    }

    @Test
    void anEmptyTileCoversNothing() {
        assertThat(TileGround.of(new byte[0])).isEqualTo(new TileGround(0, 0, 0));
    }

    @Test
    void aSquareOfTenUnits() {
        // move 0 0; line 10 0, 0 10, -10 0; close
        assertThat(TileGround.of(tile("090000" + "1a14000014" + "1300" + "0f"))).isEqualTo(new TileGround(1, 0, 100));
    }

    @Test
    void aHoleIsTakenOff() {
        // the square; from 0 10 move 2 -8; line 0 2, 2 0, 0 -2; close
        assertThat(TileGround.of(tile("0900001a14000014130" + "00f" + "09040f1a0004040000030f")))
                .isEqualTo(new TileGround(1, 0, 96));
    }

    @Test
    void aBowTieIsNamedInvalid() {
        // move 0 0; line 10 0, -10 8, 10 2; close: more ground on one side than on the other
        assertThat(TileGround.of(tile("090000" + "1a1400131014" + "04" + "0f")).invalid())
                .isEqualTo(1);
    }
}
