package org.cuntu.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Unions of patches: exact, because neighbours share their vertices; every vertex stays. */
final class Unions {
    /** Two doubles a vertex and no objects. */
    static final GeometryFactory COMPACT = new GeometryFactory(
            new PrecisionModel(), 4490, new PackedCoordinateSequenceFactory(PackedCoordinateSequenceFactory.DOUBLE));

    /** The grid that all vertices are on already; a union with it only cuts a ring where it touches itself. */
    private static final PrecisionModel GRID = new PrecisionModel(1e9);

    private Unions() {}

    static Geometry of(Collection<Patch> patches) {
        return merge(patches.stream().map(p -> p.polygon).toList());
    }

    static Geometry merge(List<? extends Geometry> areas) {
        if (areas.size() == 1) return compact(areas.getFirst());
        Geometry union = CoverageUnion.union(COMPACT.createGeometryCollection(areas.toArray(Geometry[]::new)));
        return compact(new IsValidOp(union).isValid() ? union : UnaryUnionNG.union(union, GRID));
    }

    /** Key → union of the patches with it, ascending; key 0 is left out. */
    static Map<Integer, Geometry> by(Collection<Patch> patches, ToIntFunction<Patch> key) {
        Map<Integer, List<Geometry>> groups = new TreeMap<>();
        for (Patch p : patches) {
            int k = key.applyAsInt(p);
            if (k != 0) groups.computeIfAbsent(k, n -> new ArrayList<>()).add(p.polygon);
        }
        Map<Integer, Geometry> unions = new TreeMap<>();
        groups.forEach((k, list) -> unions.put(k, merge(list)));
        return unions;
    }

    /** As {@link #by(Collection, ToIntFunction)} over many townships. */
    static Map<Integer, Geometry> across(List<Townland> townlands, ToIntFunction<Patch> key) {
        Map<Integer, List<Geometry>> groups = new TreeMap<>();
        for (Map<Integer, Geometry> part : townlands.parallelStream().map(t -> by(t.patches(), key)).toList())
            part.forEach((k, g) -> groups.computeIfAbsent(k, n -> new ArrayList<>()).add(g));
        Map<Integer, Geometry> unions = new TreeMap<>();
        groups.forEach((k, list) -> unions.put(k, merge(list)));
        return unions;
    }

    /** The polygons of a polygon, multipolygon or collection. */
    static List<Polygon> parts(Geometry g) {
        List<Polygon> parts = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) if (g.getGeometryN(i) instanceof Polygon p) parts.add(p);
        return parts;
    }

    /** A copy in the one normal order of rings and points, whatever order an operation left. */
    static Geometry compact(Geometry g) {
        Geometry copy = COMPACT.createGeometry(g);
        copy.setSRID(4490);
        copy.normalize();
        return copy;
    }
}
