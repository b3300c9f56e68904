package org.cuntu.engine.tile;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.layer.Snapshot;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Draws a snapshot's lines or points into one tile: each vertex moved to the tile's units, lines cut at the buffer, points outside it
 * left out. A line of which the tile's units leave nothing is a dot of one unit, so that no short one is lost. For one thread.
 */
final class ThinDrawing {
    private final Snapshot snapshot;
    private final TileFrame frame;
    private final int step;
    private final ProtoBuffer path = new ProtoBuffer();
    private int penX;
    private int penY;

    /** @param step of the grid that vertices are moved to, in units */
    ThinDrawing(Snapshot snapshot, TileFrame frame, int step) {
        this.snapshot = snapshot;
        this.frame = frame;
        this.step = step;
    }

    /** Takes what of a feature lies in the tile. */
    interface Taker {
        void take(int feature, ProtoBuffer path);
    }

    void forEach(Taker taker) {
        double[] reach = frame.reach(step);
        for (int feature : snapshot.find(reach[0], reach[1], reach[2], reach[3])) {
            path.clear();
            penX = 0;
            penY = 0;
            Geometry shape = snapshot.geometry(feature);
            if (snapshot.dimension() == Dimension.POINT) points(shape);
            else for (int i = 0; i < shape.getNumGeometries(); i++) line(shape.getGeometryN(i));
            if (path.size() > 0) taker.take(feature, path);
        }
    }

    private void points(Geometry shape) {
        List<int[]> inside = new ArrayList<>();
        for (int[] place : places(shape.getCoordinates(), 1)) if (isInside(place)) inside.add(place);
        if (inside.isEmpty()) return;
        path.moves(inside.size());
        inside.forEach(this::draw);
    }

    private void line(Geometry line) {
        int[][] places = places(line.getCoordinates(), step);
        List<int[]> part = new ArrayList<>();
        for (int i = 1; i < places.length; i++) {
            int[] cut = LineClip.cut(places[i - 1], places[i]);
            if (cut.length == 0) continue;
            int[] from = {cut[0], cut[1]};
            int[] to = {cut[2], cut[3]};
            if (part.isEmpty() || !isSame(part.getLast(), from)) {
                end(part);
                part.add(from);
            }
            if (!isSame(part.getLast(), to)) part.add(to);
        }
        end(part);
    }

    /** Draws a part of a line and forgets it. */
    private void end(List<int[]> part) {
        if (part.isEmpty()) return;
        if (part.size() == 1) part.add(new int[] {part.getFirst()[0] + 1, part.getFirst()[1]});
        path.moves(1);
        draw(part.getFirst());
        path.lines(part.size() - 1);
        for (int i = 1; i < part.size(); i++) draw(part.get(i));
        part.clear();
    }

    private void draw(int[] place) {
        path.step(place[0] - penX, place[1] - penY);
        penX = place[0];
        penY = place[1];
    }

    private int[][] places(Coordinate[] coordinates, int grid) {
        int count = coordinates.length;
        double[] longitudes = new double[count];
        double[] down = new double[count];
        for (int i = 0; i < count; i++) {
            longitudes[i] = coordinates[i].x;
            down[i] = frame.matrix().downFromTop(coordinates[i].y);
        }
        int[] columns = new int[count];
        int[] rows = new int[count];
        frame.columns(longitudes, count, grid, columns);
        frame.rows(down, count, grid, rows);
        int[][] places = new int[count][];
        for (int i = 0; i < count; i++) places[i] = new int[] {columns[i], rows[i]};
        return places;
    }

    private static boolean isInside(int[] place) {
        return place[0] >= TileFrame.LOW
                && place[0] <= TileFrame.HIGH
                && place[1] >= TileFrame.LOW
                && place[1] <= TileFrame.HIGH;
    }

    private static boolean isSame(int[] one, int[] other) {
        return one[0] == other[0] && one[1] == other[1];
    }
}
