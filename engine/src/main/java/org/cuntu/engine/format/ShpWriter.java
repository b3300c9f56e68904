package org.cuntu.engine.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.Dimension;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes .shp and .shx of polygons, type 5, or of lines or points (ESRI Shapefile Technical Description, 1998): every digit of the
 * coordinates, outer rings clockwise, holes counter-clockwise.
 */
final class ShpWriter {
    private static final int HEADER = 100;
    /** Also of features with one point each: a layer may have others. */
    private static final int MULTIPOINT = 8;

    private final List<byte[]> records;
    private final Envelope box = new Envelope();

    /** @param shapes polygons and multipolygons; an empty one becomes a null shape, its attributes stand */
    ShpWriter(List<Geometry> shapes) {
        records = shapes.stream().map(shape -> record(shape, box)).toList();
    }

    /** @throws ArithmeticException beyond the format's 2 GB */
    byte[] shp() {
        long size = HEADER;
        for (byte[] content : records) size += 8 + content.length;
        ByteBuffer out = header(Math.toIntExact(size), box);
        for (int i = 0; i < records.size(); i++) {
            byte[] content = records.get(i);
            out.putInt(i + 1).putInt(content.length / 2).put(content);
        }
        return out.array();
    }

    /** The index: where each record begins and how long it is. */
    byte[] shx() {
        ByteBuffer out = header(HEADER + 8 * records.size(), box);
        int at = HEADER;
        for (byte[] content : records) {
            out.putInt(at / 2).putInt(content.length / 2);
            at += 8 + content.length;
        }
        return out.array();
    }

    /** The head of a .shp or .shx of so many bytes, in a buffer of that size. */
    private static ByteBuffer header(int size, Envelope box) {
        return head(ByteBuffer.allocate(size), size, box, Dimension.AREA);
    }

    /** The same for a file that is written piece by piece. */
    static byte[] head(int size, Envelope box, Dimension dimension) {
        return head(ByteBuffer.allocate(HEADER), size, box, dimension).array();
    }

    private static ByteBuffer head(ByteBuffer out, int size, Envelope box, Dimension dimension) {
        out.putInt(9994).position(24);
        out.putInt(size / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(1000).putInt(type(dimension));
        box(box, out);
        return out.order(ByteOrder.BIG_ENDIAN).position(HEADER);
    }

    private static int type(Dimension dimension) {
        return switch (dimension) {
            case POINT -> MULTIPOINT;
            case LINE -> 3;
            case AREA -> 5;
        };
    }

    /** The content of one record of lines or points; the box grows by the shape. */
    static byte[] record(Geometry shape, Dimension dimension, Envelope box) {
        if (dimension == Dimension.AREA || shape.isEmpty()) return record(shape, box);
        Envelope own = shape.getEnvelopeInternal();
        box.expandToInclude(own);
        int points = shape.getNumPoints();
        int parts = dimension == Dimension.LINE ? shape.getNumGeometries() : 0;
        int head = dimension == Dimension.LINE ? 44 : 40;
        ByteBuffer out = ByteBuffer.allocate(head + 4 * parts + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        box(own, out.putInt(type(dimension)));
        if (dimension == Dimension.LINE) out.putInt(parts);
        out.putInt(points);
        int first = 0;
        for (int p = 0; p < parts; p++) {
            out.putInt(first);
            first += shape.getGeometryN(p).getNumPoints();
        }
        for (Coordinate c : shape.getCoordinates()) out.putDouble(c.x).putDouble(c.y);
        return out.array();
    }

    /** The content of one record; the box grows by the shape. */
    static byte[] record(Geometry shape, Envelope box) {
        List<Coordinate[]> rings = rings(shape);
        int points = rings.stream().mapToInt(r -> r.length).sum();
        if (points == 0) return new byte[4]; // the null shape
        Envelope own = shape.getEnvelopeInternal();
        box.expandToInclude(own);
        ByteBuffer out =
                ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        box(own, out.putInt(5)).putInt(rings.size()).putInt(points);
        int first = 0;
        for (Coordinate[] ring : rings) {
            out.putInt(first);
            first += ring.length;
        }
        for (Coordinate[] ring : rings)
            for (Coordinate c : ring) out.putDouble(c.x).putDouble(c.y);
        return out.array();
    }

    private static ByteBuffer box(Envelope box, ByteBuffer out) {
        if (box.isNull()) return out.putDouble(0).putDouble(0).putDouble(0).putDouble(0);
        return out.putDouble(box.getMinX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxX())
                .putDouble(box.getMaxY());
    }

    private static List<Coordinate[]> rings(Geometry shape) {
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) shape.getGeometryN(i);
            if (polygon.isEmpty()) continue;
            rings.add(turned(polygon.getExteriorRing(), true));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                rings.add(turned(polygon.getInteriorRingN(h), false));
        }
        return rings;
    }

    private static Coordinate[] turned(LinearRing ring, boolean clockwise) {
        boolean isClockwise = !Orientation.isCCW(ring.getCoordinateSequence());
        return (isClockwise == clockwise ? ring : ring.reverse()).getCoordinates();
    }
}
