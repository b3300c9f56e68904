package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Which pieces are the border of the ground: of what the rings wind round more often clockwise (on the screen) than the other
 * way. A piece is one when there is ground on one side of it only, and then runs with the ground on its right.
 *
 * <p>The winding number beside a piece is counted along a ray from its middle: to the west, for a piece that runs west to east
 * to the north. Whole numbers throughout. For one feature.
 */
final class GroundBorder {
    private final Pieces pieces;
    private final int[] x1;
    private final int[] y1;
    private final int[] x2;
    private final int[] y2;
    private final Stripes rows;
    private final Stripes columns;

    private GroundBorder(Pieces pieces) {
        this.pieces = pieces;
        int size = pieces.size();
        x1 = new int[size];
        y1 = new int[size];
        x2 = new int[size];
        y2 = new int[size];
        for (int i = 0; i < size; i++) {
            x1[i] = pieces.fromX(i);
            y1[i] = pieces.fromY(i);
            x2[i] = pieces.toX(i);
            y2[i] = pieces.toY(i);
        }
        rows = new Stripes(y1, y2);
        columns = new Stripes(x1, x2);
    }

    /** The border's pieces as pairs of ends, the ground on the right, in ascending order. */
    static long[] of(Pieces pieces) {
        if (pieces.size() == 0) return new long[0];
        GroundBorder border = new GroundBorder(pieces);
        long[] out = new long[pieces.size()];
        int size = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int side = border.groundSide(i);
            long a = pieces.ends()[2 * i];
            long b = pieces.ends()[2 * i + 1];
            if (side != 0) out[size++] = side > 0 ? a << 32 | b : b << 32 | a;
        }
        long[] sorted = Arrays.copyOf(out, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** 1 when the ground is on the right of the piece alone, −1 on its left alone, 0 on both sides or neither. */
    private int groundSide(int piece) {
        boolean level = y1[piece] == y2[piece];
        int before = level ? windingToTheNorth(piece) : windingToTheWest(piece);
        int behind = before + (level ? pieces.times()[piece] : -pieces.times()[piece]);
        if (before > 0 == behind > 0) return 0;
        // the right of what runs down the screen is west; of what runs east, south
        return level == behind > 0 ? 1 : -1;
    }

    private int windingToTheWest(int piece) {
        int middleX = x1[piece] + x2[piece];
        int middleY = y1[piece] + y2[piece];
        int row = middleY >> 1;
        int winding = 0;
        for (int i = rows.start(row); i < rows.end(row); i++) {
            int other = rows.piece(i);
            // pieces run down: right of one is west of it, and upward edges wind clockwise
            if (other != piece
                    && 2 * y1[other] <= middleY
                    && 2 * y2[other] > middleY
                    && turn(other, middleX, middleY) < 0) winding -= pieces.times()[other];
        }
        return winding;
    }

    private int windingToTheNorth(int piece) {
        int middleX = x1[piece] + x2[piece];
        int middleY = y1[piece] + y2[piece];
        int column = middleX >> 1;
        int winding = 0;
        for (int i = columns.start(column); i < columns.end(column); i++) {
            int other = columns.piece(i);
            boolean east = x2[other] > x1[other];
            if (other != piece
                    && 2 * x1[other] <= middleX != 2 * x2[other] <= middleX
                    && turn(other, middleX, middleY) > 0 == east)
                winding += east ? pieces.times()[other] : -pieces.times()[other];
        }
        return winding;
    }

    /** Above 0 when a place in half units is right of a piece's line, below 0 when left. */
    private long turn(int piece, int doubledX, int doubledY) {
        return (long) (x2[piece] - x1[piece]) * (doubledY - 2 * y1[piece])
                - (long) (y2[piece] - y1[piece]) * (doubledX - 2 * x1[piece]);
    }
}
