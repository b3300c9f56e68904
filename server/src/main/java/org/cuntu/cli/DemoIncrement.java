package org.cuntu.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.platform.http.GeoJsonTree;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invented changes to a county's survey patches, as a county would deliver them: patches with another class, one divided in two, two made
 * one; and the same with the errors that such packages have. The first patches that serve are taken, so the same city gives the same files.
 */
final class DemoIncrement {
    private static final int KEY_LENGTH = 18;
    private static final BigDecimal SLIP = new BigDecimal("0.04");

    private final Snapshot patches;
    private final String county;
    private final GeometryFactory factory = new GeometryFactory();
    private final Set<Integer> taken = new HashSet<>();
    private final List<Map<String, Object>> added = new ArrayList<>();
    private final List<Map<String, Object>> changed = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private int next;

    private DemoIncrement(Snapshot patches, String county) {
        this.patches = patches;
        this.county = county;
    }

    /** Nothing is against it; classes of no cropland change, so that no deduction does. */
    static DemoIncrement sound(Snapshot patches, String county) {
        DemoIncrement made = new DemoIncrement(patches, county);
        made.reclass("1202", "设施农用地");
        made.reclass("1104", "坑塘水面");
        made.reclass("0201", "果园");
        made.reclass("0201", "果园");
        made.divide();
        made.merge();
        return made;
    }

    /** With an overlap and a gap, a class that the scheme lacks, an empty mandatory field, and areas that do not add up. */
    static DemoIncrement broken(Snapshot patches, String county) {
        DemoIncrement made = new DemoIncrement(patches, county);
        made.push();
        made.reclass("0207", "其他园地");
        made.change(Map.of("ZLDWMC", ""));
        made.slip();
        made.reclass("0201", "果园");
        return made;
    }

    /** The files by their roles' names in lower case; a role without features has none. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        if (!added.isEmpty()) files.put("added", collection(added));
        if (!changed.isEmpty()) files.put("changed", collection(changed));
        if (!removed.isEmpty()) files.put("removed", (String.join("\n", removed) + "\n").getBytes(UTF_8));
        return files;
    }

    private static byte[] collection(List<Map<String, Object>> features) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", "FeatureCollection");
        tree.put("crs", Map.of("type", "name", "properties", Map.of("name", "EPSG:4490")));
        tree.put("features", features);
        return JsonMapper.shared().writeValueAsBytes(tree);
    }

    private void reclass(String code, String name) {
        change(Map.of("DLBM", code, "DLMC", name));
    }

    private void change(Map<String, Object> values) {
        int feature = find();
        if (feature >= 0) changed.add(feature(feature, patches.geometry(feature), values));
    }

    private void slip() {
        int feature = find();
        if (feature >= 0)
            changed.add(feature(
                    feature,
                    patches.geometry(feature),
                    Map.of("TBDLMJ", decimal(feature, "TBDLMJ").subtract(SLIP))));
    }

    /** Moves one corner outwards, into the neighbour. */
    private void push() {
        int feature = find();
        if (feature < 0) return;
        Coordinate middle = patches.geometry(feature).getCentroid().getCoordinate();
        Coordinate[] ring = ring(feature);
        for (int i = 1; i < ring.length - 1; i++) {
            Coordinate[] moved = copy(ring);
            moved[i] = new Coordinate(
                    ring[i].x + 0.25 * (ring[i].x - middle.x), ring[i].y + 0.25 * (ring[i].y - middle.y));
            Polygon shape = factory.createPolygon(moved);
            if (!shape.isValid()) continue;
            changed.add(feature(feature, shape, Map.of()));
            return;
        }
    }

    /** Along a line between two corners, so that no neighbour gets a new one. */
    private void divide() {
        for (int feature = find(); feature >= 0; feature = find()) {
            Coordinate[] ring = ring(feature);
            int far = (ring.length - 1) / 2;
            LineString cut = factory.createLineString(new Coordinate[] {ring[0], ring[far]});
            Geometry whole = patches.geometry(feature);
            if (ring.length < 7
                    || !whole.covers(cut)
                    || cut.intersection(whole.getBoundary()).getDimension() > 0) continue;
            Polygon first = factory.createPolygon(between(ring, 0, far));
            Polygon second = factory.createPolygon(between(ring, far, ring.length - 1));
            if (!first.isValid() || !second.isValid()) continue;
            BigDecimal all = decimal(feature, "TBMJ");
            BigDecimal part = Area.ofSquareMetres(SiteAreas.legalSquareMetres(GeoShape.of(Crs.CGCS2000, first)))
                    .toBigDecimal();
            String key = text(feature, "BSM").substring(0, KEY_LENGTH - 8) + "90000001";
            changed.add(feature(feature, first, Map.of("TBMJ", part, "TBDLMJ", part)));
            added.add(feature(
                    feature,
                    second,
                    Map.of(
                            "BSM",
                            key,
                            "TBBH",
                            "9000001",
                            "DLBM",
                            "0201",
                            "DLMC",
                            "果园",
                            "TBMJ",
                            all.subtract(part),
                            "TBDLMJ",
                            all.subtract(part))));
            return;
        }
    }

    private static Coordinate[] between(Coordinate[] ring, int from, int to) {
        Coordinate[] part = new Coordinate[to - from + 2];
        for (int i = from; i <= to; i++) part[i - from] = ring[i];
        part[part.length - 1] = ring[from];
        return part;
    }

    /** Two patches of one class in one village become one. */
    private void merge() {
        for (int feature = find(); feature >= 0; feature = find()) {
            Geometry shape = patches.geometry(feature);
            var box = shape.getEnvelopeInternal();
            for (int other : patches.find(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY())) {
                if (other == feature || taken.contains(other) || !serves(other) || !isAlike(feature, other)) continue;
                Geometry both = shape.union(patches.geometry(other));
                if (!(both instanceof Polygon)
                        || both.getNumPoints()
                                > shape.getNumPoints() + patches.geometry(other).getNumPoints()) continue;
                taken.add(other);
                BigDecimal sum = decimal(feature, "TBMJ").add(decimal(other, "TBMJ"));
                changed.add(feature(feature, both, Map.of("TBMJ", sum, "TBDLMJ", sum)));
                removed.add(text(other, "BSM"));
                return;
            }
        }
    }

    private boolean isAlike(int one, int other) {
        return text(one, "DLBM").equals(text(other, "DLBM"))
                && text(one, "ZLDWDM").equals(text(other, "ZLDWDM"));
    }

    /** The next patch that serves and was not taken; -1 when there is none. */
    private int find() {
        while (next < patches.size()) {
            int feature = next++;
            if (serves(feature) && taken.add(feature)) return feature;
        }
        return -1;
    }

    /** Woodland or grass of a fair size, in one part without holes. */
    private boolean serves(int feature) {
        String code = text(feature, "DLBM");
        double area = patches.integral(feature);
        return (code.startsWith("03") || code.startsWith("04"))
                && area > 3_000
                && area < 200_000
                && text(feature, "ZLDWDM").startsWith(county)
                && patches.geometry(feature).getNumGeometries() == 1
                && ((Polygon) patches.geometry(feature).getGeometryN(0)).getNumInteriorRing() == 0;
    }

    private Coordinate[] ring(int feature) {
        return ((Polygon) patches.geometry(feature).getGeometryN(0))
                .getExteriorRing()
                .getCoordinates();
    }

    private static Coordinate[] copy(Coordinate[] ring) {
        Coordinate[] copy = new Coordinate[ring.length];
        for (int i = 0; i < ring.length; i++) copy[i] = ring[i].copy();
        return copy;
    }

    private String text(int feature, String field) {
        return Objects.toString(patches.value(feature, field), "");
    }

    private BigDecimal decimal(int feature, String field) {
        return Objects.requireNonNull((BigDecimal) patches.value(feature, field));
    }

    private Map<String, Object> feature(int number, Geometry shape, Map<String, Object> other) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < patches.schema().fields().size(); i++)
            values.put(patches.schema().fields().get(i).code(), patches.value(number, i));
        values.putAll(other);
        Map<String, Object> tree = new HashMap<>();
        tree.put("type", "Feature");
        tree.put("properties", values);
        tree.put("geometry", GeoJsonTree.of(shape));
        return tree;
    }
}
