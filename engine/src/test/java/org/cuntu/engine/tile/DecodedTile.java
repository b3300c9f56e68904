package org.cuntu.engine.tile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Reads a tile of one layer by the words of the specification, sharing no code with the writer. */
record DecodedTile(String name, int version, int extent, List<DecodedTile.Item> features) {
    /** Rings are lists of {x, y}; not closed. */
    record Item(long id, Map<String, Object> properties, List<List<int[]>> rings) {
        /** By the surveyor's formula of the specification, y down. */
        double area(int ring) {
            List<int[]> points = rings.get(ring);
            double twice = 0;
            for (int i = 0; i < points.size(); i++) {
                int[] a = points.get(i);
                int[] b = points.get((i + 1) % points.size());
                twice += (double) a[0] * b[1] - (double) b[0] * a[1];
            }
            return twice / 2;
        }

        /** {@code 0 0, 10 0, 10 10} */
        String ring(int ring) {
            List<String> points = new ArrayList<>();
            for (int[] p : rings.get(ring)) points.add(p[0] + " " + p[1]);
            return String.join(", ", points);
        }

        /** As the specification has it: each ring of positive area begins a polygon, the others are its holes. */
        Geometry geometry() {
            List<Polygon> polygons = new ArrayList<>();
            for (int from = 0, to; from < rings.size(); from = to) {
                for (to = from + 1; to < rings.size() && area(to) < 0; ) to++;
                List<LinearRing> parts =
                        rings.subList(from, to).stream().map(Item::closed).toList();
                polygons.add(TilePaper.JTS.createPolygon(
                        parts.getFirst(), parts.subList(1, parts.size()).toArray(LinearRing[]::new)));
            }
            return TilePaper.JTS.createMultiPolygon(polygons.toArray(Polygon[]::new));
        }

        private static LinearRing closed(List<int[]> ring) {
            Coordinate[] points = new Coordinate[ring.size() + 1];
            for (int i = 0; i < points.length; i++)
                points[i] = new Coordinate(ring.get(i % ring.size())[0], ring.get(i % ring.size())[1]);
            return TilePaper.JTS.createLinearRing(points);
        }

        List<int[]> points() {
            return rings.stream().flatMap(List::stream).toList();
        }
    }

    static DecodedTile of(byte[] bytes) {
        Message tile = new Message(bytes);
        assert tile.all(3).size() == 1;
        Message layer = new Message((byte[]) tile.all(3).getFirst());
        List<String> keys = layer.all(3).stream().map(DecodedTile::utf8).toList();
        List<Object> values =
                layer.all(4).stream().map(v -> value(new Message((byte[]) v))).toList();
        List<Item> items = layer.all(2).stream()
                .map(f -> item(new Message((byte[]) f), keys, values))
                .toList();
        return new DecodedTile(
                utf8(layer.all(1).getFirst()),
                ((Long) layer.all(15).getFirst()).intValue(),
                ((Long) layer.all(5).getFirst()).intValue(),
                items);
    }

    Item feature(long id) {
        return features.stream().filter(f -> f.id() == id).findFirst().orElseThrow();
    }

    List<Long> ids() {
        return features.stream().map(Item::id).toList();
    }

    private static Item item(Message message, List<String> keys, List<Object> values) {
        if ((Long) message.all(3).getFirst() != 3) throw new AssertionError("not a polygon");
        Map<String, Object> properties = new LinkedHashMap<>();
        ByteBuffer tags = buffer(message.all(2).getFirst());
        while (tags.hasRemaining()) properties.put(keys.get((int) varint(tags)), values.get((int) varint(tags)));
        return new Item(
                (Long) message.all(1).getFirst(),
                properties,
                rings(buffer(message.all(4).getFirst())));
    }

    private static List<List<int[]>> rings(ByteBuffer path) {
        List<List<int[]>> rings = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (path.hasRemaining()) {
            int command = (int) varint(path);
            if ((command & 7) == 7) continue;
            if ((command & 7) == 1) rings.add(new ArrayList<>());
            for (int i = 0; i < command >> 3; i++) {
                x += unzigzag(varint(path));
                y += unzigzag(varint(path));
                rings.getLast().add(new int[] {x, y});
            }
        }
        return rings;
    }

    private static int unzigzag(long n) {
        return (int) (n % 2 == 0 ? n / 2 : -(n + 1) / 2);
    }

    private static Object value(Message message) {
        Map.Entry<Integer, List<Object>> only =
                message.fields.entrySet().iterator().next();
        Object raw = only.getValue().getFirst();
        return switch (only.getKey()) {
            case 1 -> utf8(raw);
            case 3 -> Double.longBitsToDouble((Long) raw);
            case 4, 5 -> raw;
            default -> throw new AssertionError("value of type " + only.getKey());
        };
    }

    private static String utf8(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(Object bytes) {
        return ByteBuffer.wrap((byte[]) bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = in.get();
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) return value;
        }
    }

    private static final class Message {
        private final Map<Integer, List<Object>> fields = new LinkedHashMap<>();

        Message(byte[] bytes) {
            ByteBuffer in = buffer(bytes);
            while (in.hasRemaining()) {
                int tag = (int) varint(in);
                Object content =
                        switch (tag & 7) {
                            case 0 -> varint(in);
                            case 1 -> in.getLong();
                            case 2 -> {
                                byte[] part = new byte[(int) varint(in)];
                                in.get(part);
                                yield part;
                            }
                            default -> throw new AssertionError("wire type " + (tag & 7));
                        };
                fields.computeIfAbsent(tag >> 3, f -> new ArrayList<>()).add(content);
            }
        }

        List<Object> all(int field) {
            return fields.getOrDefault(field, List.of());
        }
    }
}
