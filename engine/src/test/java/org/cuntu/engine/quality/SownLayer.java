package org.cuntu.engine.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.cuntu.engine.layer.Ground;
import org.cuntu.engine.matrix.JaggedCells;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A survey of n × n patches with islands in holes and patches of two parts, made wrong by chance in one patch of twenty; the rest of the
 * ground is seamless. Two things are left out on purpose: nothing is exactly at a limit.
 */
final class SownLayer {
    private final Random chance;
    private final JaggedCells cells;
    private final int side;
    private final Map<Integer, Geometry> shapes = new TreeMap<>();
    private int added;

    private SownLayer(int side, long seed) {
        this.side = side;
        this.added = side * side;
        chance = new Random(seed);
        cells = new JaggedCells(side, side, 5, seed);
        for (int i = 0; i < side * side; i++) shapes.put(i, cells.cell(i / side, i % side));
        islands();
        parts();
    }

    /** Nothing wrong with it. */
    static List<Geometry> sound(int side, long seed) {
        return List.copyOf(new SownLayer(side, seed).shapes.values());
    }

    /** Patches moved, bent, doubled and left out; each is valid. */
    static List<Geometry> displaced(int side, long seed) {
        SownLayer layer = new SownLayer(side, seed);
        for (int fault = 0; fault < side * side / 20; fault++) layer.displace();
        return layer.shapes.values().stream().filter(Geometry::isValid).toList();
    }

    /** Rings with points twice, points near, spikes and bow-ties; some valid, some not. */
    static List<Geometry> misdrawn(int side, long seed) {
        SownLayer layer = new SownLayer(side, seed);
        for (int fault = 0; fault < side * side / 20; fault++) layer.misdraw();
        return List.copyOf(layer.shapes.values());
    }

    /** One patch in thirty has a hole; an island fills it, is a little too small for it, or is not there in displaced layers. */
    private void islands() {
        for (int i = 3; i < side * side; i += 30) {
            Polygon around = (Polygon) shapes.get(i);
            double x = i / side + 0.5;
            double y = i % side + 0.5;
            Polygon island = Ground.box(x - 0.1, y - 0.1, x + 0.1, y + 0.1);
            shapes.put(i, Ground.withHole(around, island));
            shapes.put(added++, island);
        }
    }

    /** One patch in forty is one with another that does not touch it. */
    private void parts() {
        for (int i = 7; i + 2 * side + 2 < side * side; i += 40) {
            Geometry other = shapes.get(i + 2 * side + 2);
            if (!(shapes.get(i) instanceof Polygon one) || !(other instanceof Polygon two)) continue;
            shapes.put(i, Ground.both(one, two));
            shapes.remove(i + 2 * side + 2);
        }
    }

    private void displace() {
        List<Integer> keys = new ArrayList<>(shapes.keySet());
        int at = keys.get(chance.nextInt(keys.size()));
        Geometry shape = shapes.get(at);
        switch (chance.nextInt(8)) {
            case 0 -> shapes.remove(at);
            case 1 -> shapes.put(added++, shape.copy());
            case 2 -> shapes.put(at, moved(shape, 0.1 * chance.nextGaussian(), 0.1 * chance.nextGaussian()));
            default -> shapes.put(at, bent(shape));
        }
    }

    private Geometry moved(Geometry shape, double x, double y) {
        Geometry moved = shape.copy();
        moved.apply((org.locationtech.jts.geom.CoordinateFilter) corner -> {
            corner.x = onGrid(corner.x + x / 1000);
            corner.y = onGrid(corner.y + y / 1000);
        });
        moved.geometryChanged();
        return moved;
    }

    /** One corner off by ten metres down to some centimetres. */
    private Geometry bent(Geometry shape) {
        Geometry bent = shape.copy();
        Coordinate[] ring = ((Polygon) bent.getGeometryN(0)).getExteriorRing().getCoordinates();
        Coordinate corner = ring[1 + chance.nextInt(ring.length - 2)];
        double size = StrictMath.pow(10, -1 - 3 * chance.nextDouble()) / 1000;
        corner.x = onGrid(corner.x + size * chance.nextGaussian());
        corner.y = onGrid(corner.y + size * chance.nextGaussian());
        bent.geometryChanged();
        return bent;
    }

    private void misdraw() {
        int at = chance.nextInt(side * side);
        if (!(shapes.get(at) instanceof Polygon shape)) return;
        List<Coordinate> ring = new ArrayList<>(List.of(shape.getExteriorRing().getCoordinates()));
        int corner = 1 + chance.nextInt(ring.size() - 3);
        Coordinate here = ring.get(corner);
        switch (chance.nextInt(4)) {
            case 0 -> ring.add(corner, here.copy());
            case 1 -> ring.add(corner + 1, off(here, 1e-7 * (1 + 20 * chance.nextDouble())));
            case 2 -> ring.addAll(corner + 1, List.of(off(here, 2e-4 * chance.nextDouble()), off(here, 2e-7)));
            default -> {
                Coordinate next = ring.get(corner + 1);
                ring.set(corner + 1, here);
                ring.set(corner, next);
            }
        }
        LinearRing[] holes = new LinearRing[shape.getNumInteriorRing()];
        for (int hole = 0; hole < holes.length; hole++) holes[hole] = shape.getInteriorRingN(hole);
        shapes.put(at, Ground.JTS.createPolygon(Ground.JTS.createLinearRing(ring.toArray(Coordinate[]::new)), holes));
    }

    private Coordinate off(Coordinate here, double degrees) {
        double way = 2 * StrictMath.PI * chance.nextDouble();
        return new Coordinate(
                onGrid(here.x + degrees * StrictMath.cos(way)), onGrid(here.y + degrees * StrictMath.sin(way)));
    }

    static double onGrid(double degrees) {
        return StrictMath.round(degrees * 1e9) / 1e9;
    }
}
