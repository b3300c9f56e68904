package org.cuntu.bench.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * What the polygons of a tile cover.
 *
 * @param polygons how many there are
 * @param invalid how many of them are not valid by OGC 06-103r4
 * @param area in square tile units, holes taken off
 */
public record TileGround(int polygons, int invalid, double area) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Reads a tile; an empty one has nothing. */
    public static TileGround of(byte[] tile) {
        List<Polygon> polygons = new ArrayList<>();
        each(wrap(tile), 3, layer -> each(layer, 2, feature -> each(feature, 4, path -> polygons(path, polygons))));
        int invalid = 0;
        double area = 0;
        for (Polygon polygon : polygons) {
            if (!polygon.isValid()) invalid++;
            area += polygon.getArea();
        }
        return new TileGround(polygons.size(), invalid, area);
    }

    private interface Part {
        void take(ByteBuffer bytes);
    }

    /** Gives every length-delimited field of that number; skips the rest. */
    private static void each(ByteBuffer message, int number, Part part) {
        while (message.hasRemaining()) {
            int tag = (int) varint(message);
            switch (tag & 7) {
                case 0 -> varint(message);
                case 1 -> message.position(message.position() + 8);
                case 2 -> {
                    int length = (int) varint(message);
                    ByteBuffer bytes = message.slice(message.position(), length).order(ByteOrder.LITTLE_ENDIAN);
                    message.position(message.position() + length);
                    if (tag >> 3 == number) part.take(bytes);
                }
                case 5 -> message.position(message.position() + 4);
                default -> throw new IllegalArgumentException("wire type " + (tag & 7));
            }
        }
    }

    private static void polygons(ByteBuffer path, List<Polygon> polygons) {
        int x = 0;
        int y = 0;
        List<Coordinate> ring = new ArrayList<>();
        List<LinearRing> rings = new ArrayList<>();
        while (path.hasRemaining()) {
            int command = (int) varint(path);
            if ((command & 7) == 7) {
                ring.add(ring.getFirst());
                LinearRing closed = FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
                if (twiceArea(ring) > 0) finish(rings, polygons);
                rings.add(closed);
                ring.clear();
                continue;
            }
            for (int i = 0; i < command >> 3; i++) {
                x += zigzag(varint(path));
                y += zigzag(varint(path));
                ring.add(new Coordinate(x, y));
            }
        }
        finish(rings, polygons);
    }

    private static void finish(List<LinearRing> rings, List<Polygon> polygons) {
        if (rings.isEmpty()) return;
        LinearRing[] holes = rings.subList(1, rings.size()).toArray(LinearRing[]::new);
        polygons.add(FACTORY.createPolygon(rings.getFirst(), holes));
        rings.clear();
    }

    /** Positive for an exterior: y runs down. */
    private static double twiceArea(List<Coordinate> ring) {
        double twice = 0;
        for (int i = 0; i + 1 < ring.size(); i++)
            twice += ring.get(i).x * ring.get(i + 1).y - ring.get(i + 1).x * ring.get(i).y;
        return twice;
    }

    private static int zigzag(long n) {
        return (int) (n >>> 1) ^ -(int) (n & 1);
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) return value;
        }
    }
}
