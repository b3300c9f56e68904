package org.cuntu.engine.tile;

import org.cuntu.engine.tile.TileMatrixSet.Tile;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** Draws shapes in the units of one tile of CGCS2000Quad, whose degrees follow from the units by rule of three. */
record TilePaper(Tile tile) {
    static final GeometryFactory JTS = new GeometryFactory();

    /** In Liuzhou; grid steps of 1 unit at zoom 16, of 8 at zoom 10. */
    static TilePaper atZoom(int z) {
        return new TilePaper(TileMatrixSet.CGCS2000_QUAD.tileAt(109.4, 24.3, z));
    }

    byte[] cut(MemorySnapshot snapshot) {
        return cut(snapshot, TileOptions.of("DLTB", java.util.List.of()));
    }

    byte[] cut(MemorySnapshot snapshot, TileOptions options) {
        return TileCutter.cut(snapshot, TileMatrixSet.CGCS2000_QUAD, tile.z(), tile.x(), tile.y(), options);
    }

    /** The tile next to it on the east. */
    TilePaper east() {
        return new TilePaper(new Tile(tile.z(), tile.x() + 1, tile.y()));
    }

    Polygon box(double x1, double y1, double x2, double y2) {
        return JTS.createPolygon(ring(x1, y1, x2, y1, x2, y2, x1, y2));
    }

    Polygon polygon(double... xy) {
        return JTS.createPolygon(ring(xy));
    }

    LinearRing ring(double... xy) {
        Coordinate[] points = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < xy.length / 2; i++) points[i] = degrees(xy[2 * i], xy[2 * i + 1]);
        points[points.length - 1] = points[0].copy();
        return JTS.createLinearRing(points);
    }

    /** A shape in degrees back in units, not rounded. */
    Geometry units(Geometry shape) {
        double width = 360.0 / (1L << tile.z());
        AffineTransformation back = AffineTransformation.translationInstance(180, -90)
                .scale(4096 / width, -4096 / width)
                .translate(-4096.0 * tile.x(), -4096.0 * tile.y());
        return back.transform(shape);
    }

    private Coordinate degrees(double x, double y) {
        double width = 360.0 / (1L << tile.z());
        return new Coordinate(-180 + (tile.x() + x / 4096) * width, 90 - (tile.y() + y / 4096) * width);
    }
}
